package io.github.asynclint.cli.colors;

import io.github.asynclint.cli.output.Report;
import io.github.asynclint.cli.output.Terminal;
import io.github.asynclint.engine.colors.Act;
import io.github.asynclint.engine.colors.Code;
import io.github.asynclint.engine.colors.EntryPoint;
import io.github.asynclint.engine.colors.Hop;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Entry points with the ways to what holds their threads, for people to read. */
public final class ColorsText implements ColorsFormat {
  private final Terminal terminal;

  public ColorsText(boolean colour) {
    this.terminal = new Terminal(colour);
  }

  /** In which part of the report does an entry point stand? */
  private enum Part {
    HOLDS_ASYNC("Entry points that hold a thread which must not block"),
    HOLDS_OTHER("Entry points that hold a thread which may block"),
    HOLDS_UNKNOWN("Entry points that hold a thread which nobody knows"),
    FREE("Entry points of which nothing is known to hold the thread");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    static Part of(ProgramColors program, EntryPoint entry) {
      if (!program.isHeld(entry)) {
        return FREE;
      } else if (entry.runsOn().mustNotBlock()) {
        return HOLDS_ASYNC;
      }
      return entry.runsOn().isKnown() ? HOLDS_OTHER : HOLDS_UNKNOWN;
    }
  }

  @Override
  public String write(List<ProgramColors> programs) {
    StringBuilder out = new StringBuilder();
    for (Part part : Part.values()) {
      if (count(programs, part) > 0) {
        out.append(terminal.styled("bold", part.title)).append("\n\n");
        if (part == Part.FREE) {
          free(programs, out);
        } else {
          each(programs, part, (program, entry) -> held(program, entry, out));
        }
      }
    }
    return out.append(summary(programs)).append('\n').toString();
  }

  private static void each(
      List<ProgramColors> programs, Part part, BiConsumer<ProgramColors, EntryPoint> action) {
    for (ProgramColors program : programs) {
      program.entryPoints().stream()
          .filter(entry -> Part.of(program, entry) == part)
          .forEach(entry -> action.accept(program, entry));
    }
  }

  private void held(ProgramColors program, EntryPoint entry, StringBuilder out) {
    out.append(terminal.styled("bold", place(program, entry)))
        .append(' ')
        .append(Terminal.visible(entry.code().name()))
        .append('\n');
    String heading = "runs on";
    for (String line : why(entry.runsOn())) {
      line(heading, line, out);
      heading = "";
    }
    new Tree(program, entry, out).body(entry.code().id(), 0);
    out.append('\n');
  }

  private static String place(ProgramColors program, EntryPoint entry) {
    return Terminal.visible(program.path(entry.sourceFile()) + ":" + entry.line() + ":");
  }

  private static List<String> why(RunsOn runsOn) {
    return runsOn.why().isEmpty()
        ? List.of(thread(runsOn))
        : runsOn.why().stream()
            .map(step -> step + likely(runsOn.certainty(), step == runsOn.why().get(0)))
            .toList();
  }

  private static String likely(Certainty certainty, boolean shown) {
    return shown && certainty == Certainty.LIKELY ? ", likely" : "";
  }

  private void line(String heading, String text, StringBuilder out) {
    out.append("   ")
        .append(terminal.styled("cyan", "%-10s".formatted(heading)))
        .append(' ')
        .append(Terminal.visible(text))
        .append('\n');
  }

  /** One line for each, by thread. */
  private void free(List<ProgramColors> programs, StringBuilder out) {
    Map<String, StringBuilder> byThread = new TreeMap<>();
    each(
        programs,
        Part.FREE,
        (program, entry) ->
            byThread
                .computeIfAbsent(thread(entry.runsOn()), key -> new StringBuilder())
                .append("     ")
                .append(place(program, entry))
                .append(' ')
                .append(Terminal.visible(entry.code().name()))
                .append('\n'));
    byThread.forEach(
        (thread, lines) ->
            out.append("   ")
                .append(terminal.styled("cyan", Terminal.visible(thread)))
                .append('\n')
                .append(lines)
                .append('\n'));
  }

  private static String thread(RunsOn runsOn) {
    return runsOn.context().label() + likely(runsOn.certainty(), runsOn.isKnown());
  }

  /** The ways from one entry point; what was shown of it already is not shown again. */
  private final class Tree {
    private final ProgramColors program;
    private final EntryPoint entry;
    private final StringBuilder out;
    private final Set<CallableId> shown = new HashSet<>();
    private String heading = "leads to";

    Tree(ProgramColors program, EntryPoint entry, StringBuilder out) {
      this.program = program;
      this.entry = entry;
      this.out = out;
      shown.add(entry.code().id());
    }

    void body(CallableId id, int depth) {
      Code code = program.picture().codes().getOrDefault(id, entry.code());
      for (Hop hop : program.picture().hops(id)) {
        String place = at(code, hop);
        if (hop instanceof Hop.Into into) {
          Code next = program.picture().codes().get(into.body());
          boolean again = !shown.add(into.body());
          line(depth, Terminal.visible(next.name() + place) + (again ? ", as above" : ""));
          if (!again) {
            body(into.body(), depth + 1);
          }
        } else {
          line(depth, act(((Hop.End) hop).act(), place));
        }
      }
    }

    /** A method of a library has no file here, but it is referred to somewhere. */
    private String at(Code code, Hop hop) {
      String file = code.sourceFile().isEmpty() ? entry.sourceFile() : code.sourceFile();
      String place = new Step(Step.Kind.PATH, "", file, hop.line()).place();
      return place.isEmpty() ? "" : " (" + place + ")";
    }

    private String act(Act act, String place) {
      String way = act.trace().size() > 1 ? " in " + act.trace().get(0).text() : "";
      String colour = entry.runsOn().mustNotBlock() ? "bold,red" : "bold,yellow";
      return terminal.styled(colour, act.kind().verb())
          + Terminal.visible(
              way
                  + likely(act.certainty(), true)
                  + ": "
                  + act.evidence().text()
                  + place);
    }

    private void line(int depth, String text) {
      out.append("   ")
          .append(terminal.styled("cyan", "%-10s".formatted(heading)))
          .append(" ".repeat(2 * depth + 1))
          .append(text)
          .append('\n');
      heading = "";
    }
  }

  /** {@code 31 entry points: 4 hold a thread that must not block, ...}. */
  static String summary(List<ProgramColors> programs) {
    long all = programs.stream().mapToLong(each -> each.picture().entryPoints().size()).sum();
    if (all == 0) {
      return "no entry points found";
    }
    return Report.counted(all, "entry point")
        + ": "
        + count(programs, Part.HOLDS_ASYNC)
        + " hold a thread that must not block, "
        + count(programs, Part.HOLDS_OTHER)
        + " hold one that may, "
        + count(programs, Part.HOLDS_UNKNOWN)
        + " hold one that nobody knows";
  }

  private static long count(List<ProgramColors> programs, Part part) {
    return programs.stream()
        .mapToLong(
            program ->
                program.picture().entryPoints().stream()
                    .filter(entry -> Part.of(program, entry) == part)
                    .count())
        .sum();
  }
}
