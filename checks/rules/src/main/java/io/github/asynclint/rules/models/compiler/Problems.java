package io.github.asynclint.rules.models.compiler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Which problems were found in one file so far? */
final class Problems {
  private final String file;
  private final List<ModelProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String message) {
    found.add(new ModelProblem(file, line, message));
  }

  /** Says that a word is not one of those that may stand there, and which of them is nearest. */
  void unknown(int line, String what, String word, Collection<String> valid) {
    String nearest = nearest(word, valid);
    add(
        line,
        "unknown "
            + what
            + " '"
            + word
            + "'"
            + (nearest.isEmpty()
                ? "; valid: " + valid.stream().sorted().collect(Collectors.joining(", "))
                : "; did you mean '" + nearest + "'?"));
  }

  List<ModelProblem> all() {
    return List.copyOf(found);
  }

  /** The valid word with the fewest edits, "" where all are too far to be meant. */
  static String nearest(String word, Collection<String> valid) {
    String best = "";
    int least = Math.max(2, word.length() / 2) + 1;
    for (String candidate : valid.stream().sorted().toList()) {
      int edits = edits(word, candidate);
      if (edits < least) {
        least = edits;
        best = candidate;
      }
    }
    return best;
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
