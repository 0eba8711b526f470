package io.github.asynclint.lsp.colors;

import io.github.asynclint.engine.colors.Act;
import io.github.asynclint.engine.colors.Color;
import io.github.asynclint.engine.colors.Colors;
import io.github.asynclint.engine.colors.Spot;
import io.github.asynclint.engine.colors.Spots;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.project.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is there to show of the colors of one file? For the worker's thread only. */
final class ColoredFile {
  private final Unit unit;
  private final Colors colors;
  private final Spots spots;

  /**
   * Looks at a file.
   *
   * @param unit whose types are those that the file declares
   * @param text what the unit was read from
   */
  ColoredFile(Unit unit, Colors colors, String text) {
    this.unit = unit;
    this.colors = colors;
    List<Callable> code = new ArrayList<>();
    unit.types().forEach(type -> code.addAll(colors.code(type)));
    this.spots = new Spots(code, text);
  }

  /** A text for what stands at the offset; empty where that is nothing of which anything is known. */
  Optional<Shown> at(int offset, boolean markdown) {
    return spots
        .at(offset)
        .flatMap(spot -> describe(spot, markdown).map(text -> new Shown(spot, text)));
  }

  /** A text about a spot. */
  record Shown(Spot spot, String text) {}

  private Optional<String> describe(Spot spot, boolean markdown) {
    if (spot instanceof Spot.Call call) {
      return describe(call, markdown);
    }
    Optional<Color> color =
        spot instanceof Spot.Reference reference
            ? colors.ofReference(spot.body(), reference.function())
            : colors.of(spot.body());
    return color.map(
        each -> {
          Prose prose = new Prose(unit, markdown);
          ColorWords.threads(each.code().name() + " runs on", each.threads(), prose);
          ColorWords.acts(each.acts(), prose);
          return prose.toString();
        });
  }

  /** Most calls do nothing of interest; they leave the hover to what else the editor knows. */
  private Optional<String> describe(Spot.Call call, boolean markdown) {
    List<Act> acts = colors.acts(call.body(), call.call());
    if (acts.isEmpty()) {
      return Optional.empty();
    }
    Prose prose = new Prose(unit, markdown);
    List<RunsOn> threads = colors.of(call.body()).map(Color::threads).orElse(List.of());
    ColorWords.threads(Names.method(call.call().target()) + " is called on", threads, prose);
    ColorWords.acts(acts, prose);
    return Optional.of(prose.toString());
  }

  /** Where a thread enters the file's code. */
  record Entry(Spot spot, RunsOn runsOn) {}

  /** In the order of the text. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Spot spot : spots.all()) {
      entry(spot).ifPresent(runsOn -> entries.add(new Entry(spot, runsOn)));
    }
    return entries;
  }

  /** Where a reference names a library's method, no code of anybody here is entered. */
  private Optional<RunsOn> entry(Spot spot) {
    if (spot instanceof Spot.Reference reference) {
      return colors
          .ofReference(spot.body(), reference.function())
          .filter(color -> !color.code().sourceFile().isEmpty())
          .flatMap(Color::own);
    }
    return spot instanceof Spot.Declaration ? colors.entry(spot.body()) : Optional.empty();
  }
}
