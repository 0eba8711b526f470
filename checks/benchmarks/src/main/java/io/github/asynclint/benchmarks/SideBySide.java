package io.github.asynclint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What does asynclint cost beside its hosts? Prints a table; {@code run.sh} starts it. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Runs the comparisons whose name begins with one of the words, or all.
   *
   * @param args the folder of the benchmarks module, the number of pairs, words
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      throw new IllegalArgumentException("expected: FOLDER PAIRS [WORD...]");
    }
    Path module = Path.of(args[0]).toAbsolutePath().normalize();
    Path target = module.resolve("target");
    Path work = target.resolve("side-by-side");
    Comparisons comparisons =
        new Comparisons(target.resolve("subjects"), module.getParent(), work);
    List<String> words = List.of(args).subList(2, args.length);
    Pairs pairs = new Pairs(work, System.err::println);
    List<Outcome> outcomes = new ArrayList<>();
    for (Comparison comparison : comparisons.all()) {
      if (words.isEmpty() || words.stream().anyMatch(comparison.name()::startsWith)) {
        outcomes.add(pairs.run(comparison, Integer.parseInt(args[1])));
      }
    }
    System.out.print(Table.of(outcomes));
  }
}
