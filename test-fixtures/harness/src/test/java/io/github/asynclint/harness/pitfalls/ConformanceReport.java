package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.rule.Rule;
import java.util.List;
import java.util.Locale;

/** How well do the seats conform to the marks? A table for each seat, then every difference. */
final class ConformanceReport {
  private static final String ROW = "%-30s %8s %8s %8s %10s %9s %6s%n";

  private ConformanceReport() {}

  static String of(Fixtures fixtures, Seat seat, Comparison comparison, List<String> notes) {
    StringBuilder out = new StringBuilder();
    out.append("== ").append(seat.title()).append(" ==\n");
    out.append(
        String.format(
            Locale.ROOT,
            ROW,
            "rule",
            "expected",
            "found",
            "missing",
            "unexpected",
            "certainty",
            "cured"));
    for (Rule rule : fixtures.rules().rules()) {
      String name = rule.name();
      out.append(
          String.format(
              Locale.ROOT,
              ROW,
              name,
              comparison.expected().stream().filter(mark -> mark.rule().equals(name)).count(),
              comparison.found().stream().filter(each -> each.rule().equals(name)).count(),
              comparison.count(Comparison.Kind.MISSING, name),
              comparison.count(Comparison.Kind.UNEXPECTED, name),
              comparison.count(Comparison.Kind.CERTAINTY, name),
              comparison.count(Comparison.Kind.CURED, name)));
    }
    for (String each : fixtures.packages()) {
      List<Comparison.Difference> differences =
          comparison.differences().stream()
              .filter(difference -> Sources.packageOf(difference.file()).equals(each))
              .sorted(
                  java.util.Comparator.comparing(Comparison.Difference::file)
                      .thenComparing(Comparison.Difference::line))
              .toList();
      if (!differences.isEmpty()) {
        out.append("\n-- ").append(seat.title()).append(' ').append(each).append('\n');
        differences.forEach(difference -> out.append(difference).append('\n'));
      }
    }
    if (!notes.isEmpty()) {
      out.append("\n-- ").append(seat.title()).append(" notes\n");
      notes.forEach(note -> out.append(note).append('\n'));
    }
    return out.append('\n').toString();
  }
}
