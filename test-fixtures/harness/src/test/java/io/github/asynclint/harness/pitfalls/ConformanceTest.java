package io.github.asynclint.harness.pitfalls;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does every seat report exactly the marked lines, with the marked certainty? */
@ExtendWith(Harness.Provider.class)
final class ConformanceTest {
  @TestFactory
  List<DynamicNode> findingsAreTheMarks(Harness harness) throws IOException {
    StringBuilder report = new StringBuilder();
    List<DynamicNode> seats = new ArrayList<>();
    for (Seat seat : Seat.values()) {
      Outcome outcome = harness.outcome(seat);
      Comparison comparison = harness.comparison(seat);
      report.append(
          ConformanceReport.of(harness.fixtures(), seat, comparison, outcome.notes()));
      seats.add(seat(harness.fixtures(), outcome, comparison));
    }
    // Written before any test fails: it is what one reads when many do.
    Files.createDirectories(harness.fixtures().target());
    Files.writeString(harness.fixtures().target().resolve("conformance.txt"), report);
    return seats;
  }

  private static DynamicNode seat(Fixtures fixtures, Outcome outcome, Comparison comparison) {
    List<DynamicNode> nodes = new ArrayList<>();
    nodes.add(
        DynamicTest.dynamicTest(
            "no notes", () -> assertNone("internal errors or unreadable input", outcome.notes())));
    for (String each : fixtures.packages()) {
      List<DynamicTest> files =
          fixtures.sources().files(each).stream().map(file -> file(file, comparison)).toList();
      nodes.add(DynamicContainer.dynamicContainer(each, files));
    }
    return DynamicContainer.dynamicContainer(outcome.seat().title(), nodes);
  }

  private static DynamicTest file(String file, Comparison comparison) {
    long expected = comparison.expected().stream().filter(m -> m.file().equals(file)).count();
    String name = file.substring(file.lastIndexOf('/') + 1) + " (" + expected + " expected)";
    return DynamicTest.dynamicTest(
        name, () -> assertNone("findings differ from marks", comparison.in(file)));
  }

  private static void assertNone(String problem, List<?> items) {
    if (!items.isEmpty()) {
      StringBuilder text = new StringBuilder(problem);
      items.forEach(item -> text.append("\n  ").append(item));
      fail(text.toString());
    }
  }
}
