package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A heap that is too small costs one clear line, not what was found before. */
final class SmallHeapTest {
  private static final String TOO_SMALL = "-Xmx20m";

  @TempDir Path folder;

  @Test
  void whatWasFoundBeforeIsReported() throws Exception {
    Path orders = Samples.orders(folder.resolve("good"));

    Run run = started("check", orders.toString(), bigJar().toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("Orders.java:13");
    assertThat(run.complaints()).hasSize(1);
    assertThat(run.complaints().get(0))
        .startsWith("asynclint: out of memory with a heap of ")
        .contains("java -Xmx1024m -jar", "fewer paths", "what was found so far is reported");
  }

  @Test
  void noBaselineOfHalfARun() throws Exception {
    Path orders = Samples.orders(folder.resolve("good"));
    Path baseline = folder.resolve("baseline.txt");

    Run run =
        started(
            "check",
            "--write-baseline",
            baseline.toString(),
            orders.toString(),
            bigJar().toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(baseline).doesNotExist();
  }

  @Test
  void anotherCommandSaysItToo() throws Exception {
    Run run = started("colors", bigJar().toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("asynclint: out of memory with a heap of ");
  }

  private static Path bigJar() throws URISyntaxException {
    return Path.of(
        CompilationUnit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Run started(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                TOO_SMALL,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Asynclint.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
