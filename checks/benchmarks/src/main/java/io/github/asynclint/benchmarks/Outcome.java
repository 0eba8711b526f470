package io.github.asynclint.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What did the pairs of runs of one comparison cost? CPU seconds, user and system, in the order in
 * which the pairs ran.
 */
public record Outcome(Comparison comparison, List<Double> base, List<Double> measured) {
  public Outcome {
    base = List.copyOf(base);
    measured = List.copyOf(measured);
    if (base.isEmpty() || base.size() != measured.size()) {
      throw new IllegalArgumentException("runs come in pairs");
    }
  }

  /** The ratios of the pairs, in the order in which they ran. */
  public List<Double> ratios() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < base.size(); i++) {
      ratios.add(measured.get(i) / base.get(i));
    }
    return ratios;
  }

  /** The median of the ratios of the pairs: neighbours in time share the noise of the machine. */
  public double ratio() {
    return median(ratios());
  }

  public boolean isWithinBudget() {
    return ratio() <= comparison.limit();
  }

  static double median(List<Double> values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double least(List<Double> values) {
    return sorted(values)[0];
  }

  static double greatest(List<Double> values) {
    return sorted(values)[values.size() - 1];
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
