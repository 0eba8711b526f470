package io.github.asynclint.cli.colors;

import io.github.asynclint.engine.colors.Act;
import io.github.asynclint.engine.colors.Code;
import io.github.asynclint.engine.colors.EntryPoint;
import io.github.asynclint.engine.colors.Hop;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.ContextKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The colors of programs as a graph: which code leads to which, and to what holds its thread?
 *
 * @param nodes entry points first found first, then what they lead to
 * @param edges by their first node, in the order of its code
 */
record Graph(List<Node> nodes, List<Edge> edges) {
  /**
   * A piece of code, or a call that holds the thread.
   *
   * @param lines its label
   * @param isEntry whether a thread enters there
   * @param isAlarm whether it holds a thread, and if it is an entry point one that must not block
   */
  record Node(List<String> lines, Palette palette, boolean isEntry, boolean isAlarm) {}

  /** From node to node, by their places in the list; {@code line} is 0 where it is not known. */
  record Edge(int from, int to, int line) {}

  static Graph of(List<ProgramColors> programs) {
    Builder builder = new Builder();
    programs.forEach(builder::add);
    return builder.build();
  }

  /** Colours that occur, in the palette's order. */
  Set<Palette> palettes() {
    Set<Palette> all = EnumSet.noneOf(Palette.class);
    nodes.forEach(node -> all.add(node.palette()));
    return all;
  }

  private static final class Builder {
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<Object, Integer> ends = new LinkedHashMap<>();

    private static final class Draft {
      final List<String> lines = new ArrayList<>();
      final Set<ContextKind> kinds = EnumSet.noneOf(ContextKind.class);
      boolean isEntry;
      boolean isAlarm;
      boolean isEnd;
    }

    void add(ProgramColors program) {
      Map<CallableId, Integer> known = new LinkedHashMap<>();
      for (EntryPoint entry : program.entryPoints()) {
        Draft draft = drafts.get(code(program, entry.code(), entry, known));
        draft.isEntry = true;
        draft.isAlarm |= entry.runsOn().mustNotBlock() && program.isHeld(entry);
        String label = entry.runsOn().context().label();
        if (!draft.lines.contains(label)) {
          draft.lines.add(label);
        }
      }
      for (EntryPoint entry : program.entryPoints()) {
        paint(program, entry, known);
      }
    }

    private int code(
        ProgramColors program, Code code, EntryPoint entry, Map<CallableId, Integer> known) {
      Integer found = known.get(code.id());
      if (found == null) {
        boolean isOfLibrary = code.sourceFile().isEmpty();
        Step at =
            new Step(
                Step.Kind.PATH,
                "",
                isOfLibrary ? entry.sourceFile() : code.sourceFile(),
                isOfLibrary ? entry.line() : code.line());
        Draft draft = new Draft();
        draft.lines.add(code.name());
        if (!at.place().isEmpty()) {
          draft.lines.add(at.place());
        }
        found = drafts.size();
        drafts.add(draft);
        known.put(code.id(), found);
      }
      return found;
    }

    /** Adds what the entry point leads to, and gives all of it the entry point's kind of thread. */
    private void paint(ProgramColors program, EntryPoint entry, Map<CallableId, Integer> known) {
      Set<CallableId> seen = new LinkedHashSet<>();
      List<CallableId> open = new ArrayList<>(List.of(entry.code().id()));
      while (!open.isEmpty()) {
        CallableId id = open.remove(open.size() - 1);
        if (!seen.add(id)) {
          continue;
        }
        int from = known.get(id);
        drafts.get(from).kinds.add(entry.runsOn().context().kind());
        for (Hop hop : program.picture().hops(id)) {
          int to;
          if (hop instanceof Hop.Into into) {
            to = code(program, program.picture().codes().get(into.body()), entry, known);
            open.add(into.body());
          } else {
            to = end(((Hop.End) hop).act());
          }
          edges.add(new Edge(from, to, hop.line()));
        }
      }
    }

    private int end(Act act) {
      String way = act.trace().size() > 1 ? " in " + act.trace().get(0).text() : "";
      List<String> lines = new ArrayList<>();
      lines.add(act.kind().verb() + way);
      // "Type.method, which waits for the database" reads better on two lines.
      lines.addAll(List.of(act.evidence().text().split("(?<=,) ", 2)));
      return ends.computeIfAbsent(
          lines,
          key -> {
            Draft draft = new Draft();
            draft.lines.addAll(lines);
            draft.isEnd = true;
            draft.isAlarm = true;
            drafts.add(draft);
            return drafts.size() - 1;
          });
    }

    Graph build() {
      List<Node> nodes = new ArrayList<>();
      for (Draft draft : drafts) {
        Palette palette = draft.isEnd ? Palette.END : Palette.of(draft.kinds);
        nodes.add(
            new Node(List.copyOf(draft.lines), palette, draft.isEntry, draft.isAlarm));
      }
      List<Edge> sorted = new ArrayList<>(edges);
      sorted.sort(java.util.Comparator.comparingInt(Edge::from));
      return new Graph(List.copyOf(nodes), List.copyOf(sorted));
    }
  }
}
