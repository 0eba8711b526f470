package io.github.asynclint.harness.pitfalls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What do the fixtures look like when written differently? Edits that do not compile are taken back.
 *
 * @param edits how many pieces of text each variation changed
 */
record VariedSources(
    Sources sources, Compilation compilation, SortedMap<Variation, Long> edits) {
  /** After so many rounds of taking back lines with errors, whole files are taken back. */
  private static final int BY_LINE = 2;

  private static final int ROUNDS = 6;

  /** All these variations at once; of an edit inside another only the outer one is made. */
  static VariedSources of(
      List<Variation> variations, Sources sources, Compilation original, List<Path> libraries) {
    List<TextEdit> edits = edits(variations, sources, original);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, List<TextEdit>> byFile =
          edits.stream().collect(Collectors.groupingBy(TextEdit::file, TreeMap::new, Collectors.toList()));
      Map<String, String> changed = new TreeMap<>();
      byFile.forEach(
          (file, own) -> changed.put(file, TextEdit.apply(sources.texts().get(file), own)));
      Sources varied = sources.with(changed);
      Compilation compilation = new Compilation(varied, libraries);
      if (compilation.errors().isEmpty()) {
        return new VariedSources(
            varied,
            compilation,
            edits.stream()
                .collect(
                    Collectors.groupingBy(
                        TextEdit::variation, TreeMap::new, Collectors.counting())));
      }
      boolean wholeFiles = round >= BY_LINE;
      Set<String> wrong =
          compilation.errors().stream()
              .map(error -> place(Compilation.name(error.getSource()), error.getLineNumber(), wholeFiles))
              .collect(Collectors.toSet());
      edits.removeIf(edit -> wrong.contains(place(edit.file(), edit.line(), wholeFiles)));
    }
    throw new AssertionError(variations + " does not compile, whatever is taken back");
  }

  private static List<TextEdit> edits(
      List<Variation> variations, Sources sources, Compilation original) {
    List<TextEdit> edits = new ArrayList<>();
    variations.forEach(variation -> edits.addAll(Variations.of(variation, sources, original)));
    Map<String, List<TextEdit>> byLine = new HashMap<>();
    edits.forEach(
        edit -> byLine.computeIfAbsent(key(edit), unused -> new ArrayList<>()).add(edit));
    // What hides another edit replaces text of one line.
    edits.removeIf(
        edit -> byLine.get(key(edit)).stream().anyMatch(other -> other.hides(edit)));
    return edits;
  }

  private static String key(TextEdit edit) {
    return place(edit.file(), edit.line(), false);
  }

  private static String place(String file, long line, boolean wholeFile) {
    return wholeFile ? file : file + ":" + line;
  }
}
