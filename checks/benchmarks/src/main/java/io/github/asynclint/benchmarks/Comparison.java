package io.github.asynclint.benchmarks;

import java.util.List;

/**
 * Which two commands are run side by side, and how may their costs relate?
 *
 * @param name how the row of the table is called
 * @param base the command that is compared with
 * @param measured the command that is judged
 * @param limit the greatest ratio of measured to base that is within the budget
 */
public record Comparison(String name, List<String> base, List<String> measured, double limit) {
  public Comparison {
    base = List.copyOf(base);
    measured = List.copyOf(measured);
  }
}
