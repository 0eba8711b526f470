package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedPluginIT {
  private static final Path PLUGIN = Path.of(System.getProperty("asynclint.plugin"));

  @TempDir Path folder;

  @Test
  void theJarHoldsWhatItNeedsAndNothingElse() throws IOException {
    try (JarFile jar = new JarFile(PLUGIN.toFile())) {
      List<String> names =
          jar.stream().map(entry -> entry.getName()).filter(name -> !name.endsWith("/")).toList();
      assertThat(names)
          .allMatch(
              name -> name.startsWith("io/github/asynclint/") || name.startsWith("META-INF/"))
          .contains(
              "META-INF/asynclint/models.txt",
              "META-INF/services/com.google.errorprone.bugpatterns.BugChecker",
              "META-INF/services/io.github.asynclint.engine.rule.Rule",
              "io/github/asynclint/errorprone/asm/ClassReader.class")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void javacNeedsErrorProneAndOneJar() throws Exception {
    Path source = folder.resolve("Shop.java");
    Files.writeString(
        source,
        """
        import java.util.concurrent.CompletableFuture;

        class Shop {
          void order() {
            CompletableFuture.runAsync(() -> {});
          }
        }
        """);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String part : List.of("api", "file", "main", "model", "parser", "processing", "tree", "util")) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    for (String part : List.of("code", "comp")) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(CompilerRun.HOST);
    command.addAll(List.of("-Xplugin:ErrorProne", "-processorpath", processorPath()));
    command.addAll(List.of("-d", folder.toString(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor()).isEqualTo(1);
    assertThat(output)
        .contains("Shop.java:5: error: [UnawaitedFuture] the future of runAsync is dropped")
        .contains("1 error")
        .doesNotContain("asynclint: ");
  }

  /** What a build puts there: error_prone_core with its dependencies, and the plugin. */
  private static String processorPath() {
    String host =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("asm"))
            .filter(entry -> !entry.contains("asynclint"))
            .collect(Collectors.joining(File.pathSeparator));
    return PLUGIN + File.pathSeparator + host;
  }
}
