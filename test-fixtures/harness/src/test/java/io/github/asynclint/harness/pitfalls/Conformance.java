package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prints how a seat conforms to the marks, without Maven.
 *
 * <p>Build once with {@code mvn -q -pl test-fixtures/harness -am test-compile}; then, from the project's
 * folder, after recompiling what was changed (an IDE or javac into {@code target/classes} will do):
 *
 * <pre>
 *   test-fixtures/harness/conformance.sh [seat|all] [rule package] [--all]
 *   test-fixtures/harness/conformance.sh spotbugs fakeasync
 * </pre>
 *
 * <p>The script takes the class path from {@code test-fixtures/harness/target/classpath.txt}, which the
 * build writes. With {@code --all} the findings that are as marked are printed, too.
 */
final class Conformance {
  private Conformance() {}

  public static void main(String[] arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean all = words.remove("--all");
    String seatName = words.isEmpty() ? "all" : words.get(0);
    String packageName = words.size() < 2 ? "" : "pitfalls." + words.get(1).toLowerCase();
    List<Seat> seats =
        seatName.equals("all")
            ? List.of(Seat.values())
            : List.of(
                Seat.named(seatName)
                    .orElseThrow(
                        () -> new IllegalArgumentException("the seats are " + Seat.titles())));
    Fixtures fixtures = only(Fixtures.load(), packageName);
    for (Seat seat : seats) {
      run(fixtures, seat, all);
    }
  }

  private static Fixtures only(Fixtures fixtures, String packageName) {
    if (packageName.isEmpty()) {
      return fixtures;
    }
    if (!fixtures.packages().contains(packageName)) {
      throw new IllegalArgumentException("the packages are " + fixtures.packages());
    }
    java.util.SortedMap<String, String> texts = new java.util.TreeMap<>(fixtures.sources().texts());
    texts.keySet().removeIf(file -> !Sources.packageOf(file).equals(packageName));
    return new Fixtures(
        fixtures.home(),
        fixtures.rules(),
        new Sources(texts),
        fixtures.marks().stream()
            .filter(mark -> Sources.packageOf(mark.file()).equals(packageName))
            .toList());
  }

  private static void run(Fixtures fixtures, Seat seat, boolean all) {
    long start = System.nanoTime();
    List<String> notes = new ArrayList<>();
    Set<String> packages = fixtures.packages();
    Program program =
        Seats.program(
            seat, fixtures.sources(), fixtures.classes(), fixtures.libraries(), notes::add);
    Outcome outcome = Outcome.ofPackages(seat, program, packages, fixtures.rules(), notes);
    Comparison comparison = Comparison.of(seat, fixtures, outcome.findings());
    System.out.print(ConformanceReport.of(fixtures, seat, comparison, outcome.notes()));
    if (all) {
      for (Finding finding : outcome.findings()) {
        System.out.println(Outcome.describe(finding));
      }
    }
    System.out.printf("%s: %d ms%n", seat.title(), (System.nanoTime() - start) / 1_000_000);
  }
}
