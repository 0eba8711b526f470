package io.github.asynclint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SideBySideTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void runsBothCommandsInTurnAndPrintsWhatTheyCost() throws Exception {
    Path source = Files.writeString(folder.resolve("Spin.java"), SPIN);
    List<String> progress = new ArrayList<>();
    Comparison comparison =
        new Comparison("spin", List.of(JAVA, "-version"), List.of(JAVA, source.toString()), 1.05);

    Outcome outcome = new Pairs(folder, progress::add).run(comparison, 2);

    assertThat(outcome.ratio()).as("spinning costs more").isGreaterThan(1.5);
    assertThat(outcome.isWithinBudget()).isFalse();
    assertThat(progress).hasSize(2);
    assertThat(folder.resolve("spin.measured.log")).content().contains("spun");
    List<List<String>> rows = Table.parse(Table.of(List.of(outcome)));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).hasSize(7).startsWith("spin", "2").endsWith("1.05", "no");
  }

  @Test
  void takesTheMedianOfTheRatiosOfPairs() {
    Outcome outcome =
        new Outcome(
            new Comparison("x", List.of("a"), List.of("b"), 1.05),
            List.of(10.0, 20.0, 40.0),
            List.of(10.4, 20.2, 80.0));

    assertThat(outcome.ratio()).isCloseTo(1.04, within(1e-9));
    assertThat(Table.of(List.of(outcome)))
        .isEqualTo(
            """
            | comparison | pairs | base CPU s | measured CPU s | ratio | budget | within |
            |---|---|---|---|---|---|---|
            | x | 3 | 10.0 / 20.0 / 40.0 | 10.4 / 20.2 / 80.0 | 1.010 / 1.040 / 2.000 | 1.05 | yes |
            """);
  }

  @Test
  void addsUserAndSystemTime() {
    assertThat(CpuTime.parse("1.250 0.500\n")).isEqualTo(1.75);
  }

  @Test
  void aCommandThatFailsIsNoMeasurement() {
    assertThatThrownBy(
            () -> CpuTime.of(List.of(JAVA, "-no-such-option"), folder.resolve("failed.log")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exit 1")
        .hasMessageContaining("no-such-option");
  }

  private static final String SPIN =
      """
      class Spin {
        public static void main(String[] args) {
          long end = System.nanoTime() + 300_000_000L;
          long count = 0;
          while (System.nanoTime() < end) {
            count++;
          }
          System.out.println("spun " + (count > 0));
        }
      }
      """;
}
