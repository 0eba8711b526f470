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
    Path report = folder.resolve("report.txt");
    Path log = folder.resolve("log.txt");
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
                Sample.libraries(),
                "-output",
                report.toString(),
                sample.classes().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(log)).doesNotContain("asynclint:", "Exception");
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
}
