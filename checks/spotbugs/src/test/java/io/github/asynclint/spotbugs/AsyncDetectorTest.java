package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.PrintingBugReporter;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncDetectorTest {
  @TempDir Path folder;
  private Sample sample;

  @BeforeEach
  void compile() throws Exception {
    sample = Sample.compileTo(Files.createDirectory(folder.resolve("classes")));
  }

  private SpotBugsRun run() throws Exception {
    return new SpotBugsRun(sample.classes()).libraries(Sample.libraries());
  }

  private static String shown(BugInstance bug) {
    return bug.getPriorityString()
        + " "
        + bug.getType()
        + " "
        + bug.getPrimaryMethod().getFullMethod(bug.getPrimaryClass())
        + ":"
        + bug.getPrimarySourceLineAnnotation().getStartLine();
  }

  private static List<String> shown(SpotBugsRun.Result result) {
    return result.async().stream().map(AsyncDetectorTest::shown).sorted().toList();
  }

  @Test
  void reportsTypePriorityMethodAndLine() throws Exception {
    assertThat(shown(run().run()))
        .containsExactly(
            "High ASYNC_BLOCKING_CALL_IN_ASYNC_CONTEXT shop.Checkout.pollPrices():"
                + Sample.line("Checkout.java", "prices.load("),
            "High ASYNC_UNAWAITED_FUTURE new shop.Checkout$Mails(Checkout, String):"
                + Sample.line("Checkout.java", "prices.refresh(sender)"),
            "High ASYNC_UNAWAITED_FUTURE shop.Checkout.place(String):"
                + (Sample.line("Checkout.java", "void place(") + 1),
            "High ASYNC_UNAWAITED_FUTURE shop.Tolerated.filtered(Prices):"
                + (Sample.line("Tolerated.java", "void filtered") + 1));
  }

  @Test
  void showsThreadPathAndAdvice() throws Exception {
    BugInstance bug =
        run().run().async().stream()
            .filter(each -> each.getType().startsWith("ASYNC_BLOCKING_CALL"))
            .findFirst()
            .orElseThrow();
    assertThat(bug.getMessage()).contains("load").endsWith("(in shop.Checkout.pollPrices())");
    assertThat(bug.getAnnotations().stream().map(Object::toString))
        .anyMatch(text -> text.startsWith("runs on the Vert.x event loop"))
        .anyMatch(text -> text.startsWith("Thread known from Checkout.java"))
        .anyMatch(text -> text.startsWith("through Prices.load"))
        .anyMatch(text -> text.startsWith("calls java.lang.Thread.sleep"))
        .anyMatch(text -> text.startsWith("instead: "));
    assertThat(
            bug.getAnnotations().stream()
                .filter(SourceLineAnnotation.class::isInstance)
                .map(SourceLineAnnotation.class::cast)
                .filter(line -> line.getClassName().equals("shop.Prices")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.getSourceFile()).isEqualTo("Prices.java"));
    assertThat(bug.getBugPattern().getCategory()).isEqualTo("ASYNC");
    assertThat(bug.getBugRank()).isEqualTo(5);
  }

  @Test
  void aFilterFileDropsAFinding() throws Exception {
    Path filter = folder.resolve("filter.xml");
    Files.writeString(
        filter,
        """
        <FindBugsFilter>
          <Match>
            <Bug pattern="ASYNC_UNAWAITED_FUTURE"/>
            <Class name="shop.Tolerated"/>
            <Method name="filtered" params="shop.Prices" returns="void"/>
          </Match>
        </FindBugsFilter>
        """);
    assertThat(shown(run().exclude(filter).run()))
        .hasSize(3)
        .noneMatch(line -> line.contains("filtered"));
  }

  @Test
  void checksOnlyTheClassesAskedForButKnowsAll() throws Exception {
    assertThat(shown(run().only("shop.Checkout").run()))
        .hasSize(2)
        .anyMatch(line -> line.contains("Checkout.pollPrices()"));
  }

  @Test
  void aTruncatedClassFileCostsOnlyItself() throws Exception {
    Path file = sample.classFile("Tolerated");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(shown(run().run()))
        .hasSize(3)
        .noneMatch(line -> line.contains("filtered"));
  }

  @Test
  void missingLibrariesOnlyCostFindings() throws Exception {
    SpotBugsRun.Result result = new SpotBugsRun(sample.classes()).run();
    assertThat(shown(result)).anyMatch(line -> line.contains("Checkout.place(String)"));
    assertThat(result.report().getErrors()).isEmpty();
    assertThat(result.report().missingClassIterator())
        .toIterable()
        .contains("io.vertx.core.Vertx");
  }

  @Test
  void anInternalFailureIsOneLineOfLog() {
    // Without a run there is no analysis cache: what the detector asks for is not there.
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      new AsyncDetector(new PrintingBugReporter()).finishPass();
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("asynclint: internal error (java.lang.NullPointerException");
  }
}
