package io.github.asynclint.harness.pitfalls;

import java.util.Comparator;
import java.util.List;

/** Replaces characters of a fixture without changing the number of its lines. */
record TextEdit(
    Variation variation, String file, int line, int start, int end, String text) {
  /** Applies edits that may touch but do not overlap; of insertions at one place the first leads. */
  static String apply(String source, List<TextEdit> edits) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (TextEdit edit : edits.stream().sorted(Comparator.comparing(TextEdit::start)).toList()) {
      if (edit.start() < done) {
        throw new IllegalArgumentException("overlaps another edit: " + edit);
      }
      out.append(source, done, edit.start()).append(edit.text());
      done = edit.end();
    }
    return out.append(source.substring(done)).toString();
  }

  /** Whether this replaces text that the other edit replaces, too, and more of it or instead of it. */
  boolean hides(TextEdit other) {
    boolean within =
        other.file.equals(file)
            && other.start >= start
            && other.end <= end
            && other.end > other.start;
    boolean same = other.start == start && other.end == end;
    return within && (!same || variation.compareTo(other.variation) > 0);
  }
}
