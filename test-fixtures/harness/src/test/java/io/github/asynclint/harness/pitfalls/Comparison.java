package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where do a seat's findings differ from the marks?
 *
 * @param expected marks of findings that are there or should be
 * @param found all findings
 */
record Comparison(List<Mark> expected, List<Finding> found, List<Difference> differences) {
  /** How a line differs. */
  enum Kind {
    MISSING,
    UNEXPECTED,
    CERTAINTY,
    /** A known error is gone: its mark should go, too. */
    CURED
  }

  /** One difference; {@code detail} tells it in a few lines, place first. */
  record Difference(Kind kind, String rule, String file, int line, String detail) {
    @Override
    public String toString() {
      return String.format("%-10s ", kind.name().toLowerCase(java.util.Locale.ROOT)) + detail;
    }
  }

  /** Compares what the seat said with those of the marks that speak of the seat. */
  static Comparison of(Seat seat, Fixtures fixtures, List<Finding> findings) {
    Sources sources = fixtures.sources();
    List<Mark> mine =
        fixtures.marks().stream().filter(mark -> mark.seats().contains(seat)).toList();
    List<Difference> differences = new ArrayList<>();
    for (Mark mark : mine) {
      Optional<Finding> finding = findings.stream().filter(mark::concerns).findFirst();
      if (finding.isEmpty() && mark.wantsFinding()) {
        String text = sources.line(mark.file(), mark.line());
        Kind kind = mark.kind() == Mark.Kind.FALSE_ALARM ? Kind.CURED : Kind.MISSING;
        differences.add(difference(kind, mark, mark.place() + " " + mark.rule() + "\n      " + text));
      } else if (finding.isPresent() && !mark.wantsFinding()) {
        differences.add(difference(Kind.CURED, mark, Outcome.describe(finding.get())));
      } else if (finding.isPresent()
          && mark.certainty().filter(wanted -> wanted != finding.get().certainty()).isPresent()) {
        differences.add(difference(Kind.CERTAINTY, mark, Outcome.describe(finding.get())));
      }
    }
    for (Finding finding : findings) {
      if (fixtures.compares(finding) && mine.stream().noneMatch(mark -> mark.concerns(finding))) {
        String text = sources.line(finding.sourceFile(), finding.line());
        differences.add(
            new Difference(
                Kind.UNEXPECTED,
                finding.rule(),
                finding.sourceFile(),
                finding.line(),
                Outcome.describe(finding) + "\n      " + text));
      }
    }
    return new Comparison(mine.stream().filter(Mark::wantsFinding).toList(), findings, differences);
  }

  private static Difference difference(Kind kind, Mark mark, String detail) {
    return new Difference(kind, mark.rule(), mark.file(), mark.line(), detail);
  }

  List<Difference> in(String file) {
    return differences.stream().filter(each -> each.file().equals(file)).toList();
  }

  long count(Kind kind, String rule) {
    return differences.stream()
        .filter(each -> each.kind() == kind && each.rule().equals(rule))
        .count();
  }
}
