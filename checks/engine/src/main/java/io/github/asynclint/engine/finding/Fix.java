package io.github.asynclint.engine.finding;

import java.util.List;

/** A change of the finding's file that mends its cause; the edits do not overlap. */
public record Fix(String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
