package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.Certainty;
import java.util.Optional;
import java.util.Set;

/**
 * What does a comment at the end of a fixture's line say about that line?
 *
 * @param file as in {@code Callable.sourceFile()}
 * @param line from 1
 * @param certainty empty where the mark leaves it open
 * @param seats the seats that the mark speaks of
 * @param reason "" where none is given
 */
record Mark(
    Kind kind,
    String rule,
    String file,
    int line,
    Optional<Certainty> certainty,
    Set<Seat> seats,
    String reason) {
  /** What a mark claims. */
  enum Kind {
    /** A finding is right and must be there. */
    EXPECT("expect"),
    /** A finding would be right but is not there today. */
    MISSED_ALARM("missed-alarm"),
    /** A finding is there today but is wrong. */
    FALSE_ALARM("false-alarm");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    String keyword() {
      return keyword;
    }
  }

  /** Whether there is a finding on the line today, be it right or wrong. */
  boolean wantsFinding() {
    return kind != Kind.MISSED_ALARM;
  }

  boolean concerns(Finding finding) {
    return finding.rule().equals(rule)
        && finding.sourceFile().equals(file)
        && finding.line() == line;
  }

  String place() {
    return file + ":" + line;
  }
}
