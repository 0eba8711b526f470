package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin as users get it: one jar, in a SpotBugs that knows nothing else of asynclint. */
class PackagedPluginIT {
  private static final Path PLUGIN = Path.of(System.getProperty("asynclint.plugin"));

  @TempDir Path folder;

  @Test
  void theJarHoldsOnlyClassesOfItsOwn() throws IOException {
    try (JarFile jar = new JarFile(PLUGIN.toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains(
              "findbugs.xml",
              "messages.xml",
              "bugrank.txt",
              "META-INF/services/io.github.asynclint.engine.rule.Rule",
              "META-INF/asynclint/models.txt")
          .doesNotHaveDuplicates();
      assertThat(names)
          .filteredOn(name -> name.endsWith(".class"))
          .allSatisfy(name -> assertThat(name).startsWith("io/github/asynclint/"));
    }
  }

  @Test
  void spotBugsAloneRunsIt() throws Exception {
    Sample sample = Sample.compileTo(Files.createDirectory(folder.resolve("classes")));
    Path report = spotBugs(folder, Sample.libraries(), sample.classes());
    assertThat(Files.readString(folder.resolve("log.txt")))
        .doesNotContain("asynclint:", "Exception");
    assertThat(Files.readAllLines(report))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).startsWith("H A ASYNC: "))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("in shop.Checkout.pollPrices()")
                    .contains(
                        "At Checkout.java:[line "
                            + Sample.line("Checkout.java", "prices.load(")
                            + "]"));
  }

  @Test
  void whereItIsStartedItReadsTheModelsOfTheProject() throws Exception {
    Bank bank = Bank.compileTo(folder);
    Path project = Files.createDirectory(folder.resolve("project"));
    Files.copy(Bank.MODELS, project.resolve("asynclint.yaml"));

    Path report = spotBugs(project, bank.jarOfPlatform().toString(), bank.payments());

    assertThat(Files.readString(folder.resolve("log.txt")))
        .doesNotContain("asynclint:", "Exception");
    assertThat(Files.readAllLines(report)).hasSameSizeAs(bank.marks());
  }

  /** Runs SpotBugs in a process of its own; yields the report. */
  private Path spotBugs(Path start, String libraries, Path classes) throws Exception {
    Path report = folder.resolve("report.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Sample.libraries(),
                "edu.umd.cs.findbugs.FindBugs2",
                "-low",
                "-pluginList",
                PLUGIN.toString(),
                "-bugCategories",
                "ASYNC",
                "-auxclasspath",
                libraries,
                "-output",
                report.toString(),
                classes.toString())
            .directory(start.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return report;
  }
}
