package io.github.asynclint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How do the two commands of a comparison see the same noise? They run in turn: base, measured,
 * then measured, base, and so on.
 */
final class Pairs {
  private final Path folder;
  private final Consumer<String> progress;

  /**
   * Keeps what the commands print.
   *
   * @param folder takes one file for each command, of its last run
   */
  Pairs(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  Outcome run(Comparison comparison, int count) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Double> base = new ArrayList<>();
    List<Double> measured = new ArrayList<>();
    for (int pair = 1; pair <= count; pair++) {
      double[] seconds = new double[2];
      for (int turn = 0; turn < 2; turn++) {
        int which = (pair + 1 + turn) % 2;
        seconds[which] =
            which == 0
                ? CpuTime.of(comparison.base(), log(comparison, "base"))
                : CpuTime.of(comparison.measured(), log(comparison, "measured"));
      }
      base.add(seconds[0]);
      measured.add(seconds[1]);
      progress.accept(
          "%s: pair %d of %d: %.1f s, %.1f s"
              .formatted(comparison.name(), pair, count, seconds[0], seconds[1]));
    }
    return new Outcome(comparison, base, measured);
  }

  private Path log(Comparison comparison, String which) {
    String name = comparison.name().replaceAll("[^A-Za-z0-9.]+", "-");
    return folder.resolve(name + "." + which + ".log");
  }
}
