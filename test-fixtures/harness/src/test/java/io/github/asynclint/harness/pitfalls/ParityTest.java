package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Do the seats find the same? */
@ExtendWith(Harness.Provider.class)
final class ParityTest {
  @Test
  void seatsFindTheSame(Harness harness) throws IOException {
    Map<String, Set<Seat>> found = new TreeMap<>();
    for (Seat seat : Seat.values()) {
      for (Finding finding : harness.outcome(seat).findings()) {
        found.computeIfAbsent(key(finding), key -> EnumSet.noneOf(Seat.class)).add(seat);
      }
    }
    long equal = found.values().stream().filter(seats -> seats.size() == Seat.values().length).count();
    double share = found.isEmpty() ? 0 : (double) equal / found.size();
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            java.util.Locale.ROOT,
            "%d of %d findings (%.1f %%) are equal in all seats%n",
            equal,
            found.size(),
            100 * share));
    found.forEach(
        (key, seats) -> {
          if (seats.size() < Seat.values().length) {
            String in = seats.stream().map(Seat::title).collect(Collectors.joining(", "));
            report.append(key).append("  only in ").append(in).append('\n');
          }
        });
    Files.createDirectories(harness.fixtures().target());
    Files.writeString(harness.fixtures().target().resolve("parity.txt"), report);
    System.out.print(report.substring(0, report.indexOf("\n") + 1));

    assertThat(share).as("see target/parity.txt").isGreaterThanOrEqualTo(0.95);
  }

  private static String key(Finding finding) {
    return finding.sourceFile()
        + ":"
        + finding.line()
        + " "
        + finding.rule()
        + " "
        + finding.certainty().name().toLowerCase(java.util.Locale.ROOT);
  }
}
