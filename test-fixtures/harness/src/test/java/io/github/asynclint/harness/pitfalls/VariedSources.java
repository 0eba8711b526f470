package io.github.asynclint.harness.pitfalls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What do the fixtures look like when written differently? Edits that do not compile are taken back.
 *
 * @param edits how many pieces of text differ
 * @param files how many files differ
 */
record VariedSources(Sources sources, Compilation compilation, int edits, int files) {
  /** After so many rounds of taking back lines with errors, whole files are taken back. */
  private static final int BY_LINE = 2;

  private static final int ROUNDS = 6;

  static VariedSources of(
      Variation variation, Sources sources, Compilation original, List<Path> libraries) {
    List<TextEdit> edits = new ArrayList<>(Variations.of(variation, sources, original));
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, List<TextEdit>> byFile =
          edits.stream().collect(Collectors.groupingBy(TextEdit::file, TreeMap::new, Collectors.toList()));
      Map<String, String> changed = new TreeMap<>();
      byFile.forEach(
          (file, own) -> changed.put(file, TextEdit.apply(sources.texts().get(file), own)));
      Sources varied = sources.with(changed);
      Compilation compilation = new Compilation(varied, libraries);
      if (compilation.errors().isEmpty()) {
        return new VariedSources(varied, compilation, edits.size(), byFile.size());
      }
      boolean wholeFiles = round >= BY_LINE;
      Set<String> wrong =
          compilation.errors().stream()
              .map(error -> place(Compilation.name(error.getSource()), error.getLineNumber(), wholeFiles))
              .collect(Collectors.toSet());
      edits.removeIf(edit -> wrong.contains(place(edit.file(), edit.line(), wholeFiles)));
    }
    throw new AssertionError(variation + " does not compile, whatever is taken back");
  }

  private static String place(String file, long line, boolean wholeFile) {
    return wholeFile ? file : file + ":" + line;
  }
}
