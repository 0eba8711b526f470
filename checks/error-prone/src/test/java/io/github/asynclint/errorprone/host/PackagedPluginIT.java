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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedPluginIT {
  private static final Path PLUGIN = Path.of(System.getProperty("asynclint.plugin"));

  private static final List<String> EXPORTED =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");

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
              "io/github/asynclint/errorprone/asm/ClassReader.class",
              "io/github/asynclint/errorprone/yaml/v2/api/LoadSettings.class")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void javacNeedsErrorProneAndOneJar() throws Exception {
    Output output = compileShop(processorPath());
    assertThat(output.text())
        .contains("Shop.java:5: error: [UnawaitedFuture] the future of runAsync is dropped")
        .contains("1 error")
        .doesNotContain("asynclint: ");
    assertThat(output.exit()).isEqualTo(1);
  }

  @Test
  void modelsOfTheUserAreReadFromTheOneJar() throws Exception {
    Path models =
        Files.writeString(
            folder.resolve("models.yaml"),
            """
            format: 1
            library: shop
            methods:
              - owner: java.util.concurrent.CompletableFuture
                evidence: for this test, a result that nobody needs
                rows:
                  "runAsync": {result: may-ignore}
            """);
    Output output = compileShop(processorPath(), " -XepOpt:asynclint:Models=" + models);
    assertThat(output.exit()).as(output.text()).isZero();
    assertThat(output.text()).doesNotContain("UnawaitedFuture", "asynclint: ");
  }

  @Test
  void aRuleThatFailsIsOneNoteAndTheRestIsChecked() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("broken"));
    compile(
        broken,
        """
        import io.github.asynclint.engine.rule.AsyncRule;
        import io.github.asynclint.engine.rule.Reporter;
        import io.github.asynclint.engine.rule.Rule;
        import io.github.asynclint.engine.rule.Subject;

        @AsyncRule(summary = "Fails", tier = 1, section = AsyncRule.Section.RUNTIME)
        public final class Broken implements Rule {
          @Override
          public void check(Subject subject, Reporter reporter) {
            throw new IllegalStateException("by design");
          }
        }
        """);
    listRule(broken, "Broken");
    Output output = compileShop(processorPath() + File.pathSeparator + broken);
    assertThat(output.text())
        .contains("error: [UnawaitedFuture]")
        .contains("asynclint: internal error of Broken in Shop.order()", "by design");
    assertThat(output.exit()).isEqualTo(1);
  }

  @Test
  void aPluginThatCannotStartFailsNoBuild() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("broken"));
    listRule(broken, "NoSuchRule");
    Output output = compileShop(processorPath() + File.pathSeparator + broken);
    assertThat(output.exit()).as(output.text()).isZero();
    assertThat(output.text().lines().filter(line -> line.contains("asynclint: ")))
        .hasSize(1)
        .first()
        .asString()
        .contains("internal error", "NoSuchRule");
  }

  private record Output(int exit, String text) {}

  private static void listRule(Path folder, String name) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.github.asynclint.engine.rule.Rule"), name + "\n");
  }

  private static void compile(Path folder, String text) throws IOException {
    Path source = Files.writeString(folder.resolve("Broken.java"), text);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                PLUGIN.toString(),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(exit).isZero();
  }

  private Output compileShop(String processorPath) throws Exception {
    return compileShop(processorPath, "");
  }

  private Output compileShop(String processorPath, String flags) throws Exception {
    Path source = folder.resolve("Shop.java");
    Files.writeString(
        source,
        """
        import java.util.concurrent.CompletableFuture;

        class Shop {
          void order() {
            CompletableFuture.runAsync(() -> System.out.println("stored"));
          }
        }
        """);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String part : EXPORTED) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    for (String part : List.of("code", "comp")) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(CompilerRun.HOST);
    command.addAll(List.of("-Xplugin:ErrorProne" + flags, "-processorpath", processorPath));
    command.addAll(List.of("-d", folder.resolve("out").toString(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(javac.waitFor(), text);
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
