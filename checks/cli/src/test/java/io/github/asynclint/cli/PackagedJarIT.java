package io.github.asynclint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users start it. */
final class PackagedJarIT {
  private static final long SECONDS = 120;

  @TempDir Path folder;

  @Test
  void checksSourcesRelativeToTheWorkingDirectory() throws Exception {
    Samples.orders(folder);

    Process process = start("check", ".");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(exit(process)).isEqualTo(1);
    assertThat(out).startsWith("shop/Orders.java:13: error: [UnawaitedFuture]");
    assertThat(err()).matches("asynclint: 1 class analysed in [0-9.]+ s\\R");
  }

  @Test
  void readsAMavenProject() throws Exception {
    Samples.write(
        folder,
        "pom.xml",
        "<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId>"
            + "<artifactId>shop</artifactId><version>1</version></project>");
    Samples.write(folder, "src/main/java/shop/Orders.java", Samples.ORDERS);

    Process process = start("check", ".");
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(exit(process)).isEqualTo(1);
    assertThat(out).startsWith("src/main/java/shop/Orders.java:13: error: [UnawaitedFuture]");
  }

  @Test
  void showsColors() throws Exception {
    Samples.orders(folder);

    Process process = start("colors", ".", "--format", "svg", "--output", "colors.svg");

    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(exit(process)).isZero();
    assertThat(Files.readString(folder.resolve("colors.svg"))).contains("lambda in Orders.saveAsync");
    assertThat(err()).isEmpty();
  }

  @Test
  void endsQuietlyWhenTheReaderGoesAway() throws Exception {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      calls.append("    saveAsync(order);\n");
    }
    Samples.write(
        folder,
        "shop/Orders.java",
        Samples.ORDERS.replace("    saveAsync(order);\n", calls.toString()));

    Process process = start("check", ".");
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).startsWith("shop/Orders.java:13: error:");
    }

    assertThat(exit(process)).isEqualTo(1);
    assertThat(err()).matches("asynclint: 1 class analysed in [0-9.]+ s\\R");
  }

  @Test
  void tellsItsVersion() throws Exception {
    Process process = start("--version");

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).strip())
        .isEqualTo("asynclint " + System.getProperty("asynclint.version"));
    assertThat(exit(process)).isZero();
  }

  private Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("asynclint.jar")));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }
}
