package io.github.asynclint.benchmarks.editor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long did something take, time and again: by the clock, and of the processors' time? */
final class Times {
  private final List<Long> wall = new ArrayList<>();
  private final List<Long> cpu = new ArrayList<>();

  void add(Duration onTheClock, Duration ofProcessors) {
    wall.add(onTheClock.toMillis());
    cpu.add(ofProcessors.toMillis());
  }

  int size() {
    return wall.size();
  }

  /** The one that 95 of 100 do not exceed. */
  long wallP95() {
    return rank(wall, 0.95);
  }

  /** A row of a table in Markdown. */
  String row(String what) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d / %d / %d | %d / %d / %d |",
        what,
        size(),
        rank(wall, 0.5),
        wallP95(),
        rank(wall, 1),
        rank(cpu, 0.5),
        rank(cpu, 0.95),
        rank(cpu, 1));
  }

  /** The row with what it may be. */
  String row(String what, long budget) {
    return row(what) + " " + budget + " | " + (wallP95() <= budget ? "yes" : "no") + " |";
  }

  private static long rank(List<Long> values, double part) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
