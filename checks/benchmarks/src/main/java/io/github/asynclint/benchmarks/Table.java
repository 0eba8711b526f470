package io.github.asynclint.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How do outcomes read? As a table in Markdown, one row for each comparison. */
public final class Table {
  private static final List<String> COLUMNS =
      List.of("comparison", "pairs", "base CPU s", "measured CPU s", "ratio", "budget", "within");

  private Table() {}

  /** Seconds and ratios are given as {@code least / median / greatest}. */
  public static String of(List<Outcome> outcomes) {
    StringBuilder table = new StringBuilder(row(COLUMNS));
    table.append("|---|---|---|---|---|---|---|\n");
    outcomes.forEach(outcome -> table.append(row(cells(outcome))));
    return table.toString();
  }

  /** The cells of the rows below the head of a table that {@link #of} wrote. */
  public static List<List<String>> parse(String table) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : table.lines().skip(2).toList()) {
      String[] cells = line.split("\\|", -1);
      rows.add(List.of(cells).subList(1, cells.length - 1).stream().map(String::strip).toList());
    }
    return rows;
  }

  private static List<String> cells(Outcome outcome) {
    double limit = outcome.comparison().limit();
    return List.of(
        outcome.comparison().name(),
        Integer.toString(outcome.base().size()),
        spread("%.1f", outcome.base()),
        spread("%.1f", outcome.measured()),
        spread("%.3f", outcome.ratios()),
        String.format(Locale.ROOT, "%.2f", limit),
        outcome.isWithinBudget() ? "yes" : "no");
  }

  private static String spread(String format, List<Double> values) {
    return String.format(
        Locale.ROOT,
        format + " / " + format + " / " + format,
        Outcome.least(values),
        Outcome.median(values),
        Outcome.greatest(values));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
