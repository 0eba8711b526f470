package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelsTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "shop/Prices.java",
          "package shop; interface Prices { int of(String product); }",
          "shop/Stock.java",
          "package shop; interface Stock { int of(String product); }",
          "shop/Shop.java",
          """
          package shop;

          import java.util.concurrent.CompletableFuture;

          class Shop {
            CompletableFuture<Integer> worth(Prices prices, Stock stock) {
              int price = prices.of("tea");
              int pieces = stock.of("tea");
              return CompletableFuture.completedFuture(price * pieces);
            }
          }
          """);

  @TempDir Path folder;

  private Path model(String type) throws IOException {
    return Files.writeString(
        folder.resolve(type + ".yaml"),
        """
        format: 1
        library: %s
        methods:
          - owner: shop.%s
            evidence: asks a remote service
            rows:
              "of": {blocks: definite, kind: net}
        """
            .formatted(type.toLowerCase(Locale.ROOT), type));
  }

  private CompilerRun compileWith(Path... classPath) throws IOException {
    String path =
        Stream.of(classPath).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> options = new ArrayList<>(CompilerRun.HOST);
    options.addAll(List.of("-classpath", path));
    return CompilerRun.of(folder, options, "", SOURCES);
  }

  private Path jar(String name, Path... models) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path model : models) {
        zip.putNextEntry(new ZipEntry("META-INF/asynclint/" + model.getFileName()));
        zip.write(Files.readAllBytes(model));
      }
    }
    return jar;
  }

  private CompilerRun compile(String paths) throws IOException {
    return CompilerRun.of(folder, "-XepOpt:asynclint:Models=" + paths, SOURCES);
  }

  @Test
  void filesOfTheUserSayWhatBlocks() throws IOException {
    assertThat(CompilerRun.of(folder, "", SOURCES).of("FakeAsync")).isEmpty();
    assertThat(compile(model("Prices").toString()).of("FakeAsync")).containsExactly("ERROR 7");
    CompilerRun both = compile(model("Prices") + "," + model("Stock"));
    assertThat(both.of("FakeAsync")).containsExactly("ERROR 7", "ERROR 8");
    assertThat(both.notes()).isEmpty();
  }

  private Path wrong() throws IOException {
    Path wrong = model("Prices");
    return Files.writeString(wrong, Files.readString(wrong).replace("definite", "definitely"));
  }

  @Test
  void aFileThatIsWrongFailsTheBuildAndSaysWhere() throws IOException {
    Path wrong = wrong();
    CompilerRun run = compile(wrong.toString());
    assertThat(run.success()).isFalse();
    assertThat(run.notes())
        .containsExactly(
            "asynclint: "
                + wrong
                + ":7: unknown certainty 'definitely'; did you mean 'definite'?; correct the file or take it"
                + " out of -XepOpt:asynclint:Models: until then the rules do without it");
    assertThat(run.of("FakeAsync")).isEmpty();
    assertThat(folder.resolve("out/shop/Shop.class")).doesNotExist();
  }

  @Test
  void allElseIsCheckedBesideAFileThatIsWrong() throws IOException {
    Map<String, String> sources = new TreeMap<>(SOURCES);
    for (String type : List.of("First", "Last")) {
      sources.put(
          "shop/" + type + ".java",
          "package shop;\n\nclass "
              + type
              + " {\n  void check() {\n    new IllegalStateException(\"empty\");\n  }\n}\n");
    }
    String models = wrong() + "," + model("Stock") + "," + folder.resolve("none.yaml");
    String option = "-Xep:DeadException:%s -Xep:FakeAsync:%s -XepOpt:asynclint:Models=" + models;
    for (String level : List.of("WARN", "ERROR")) {
      CompilerRun run = CompilerRun.of(folder, option.formatted(level, level), sources);
      String kind = level.equals("WARN") ? "WARNING" : "ERROR";
      assertThat(run.success()).isFalse();
      assertThat(run.of("DeadException")).containsExactly(kind + " 5", kind + " 5");
      assertThat(run.of("FakeAsync")).containsExactly(kind + " 8");
      assertThat(run.notes())
          .satisfiesExactly(
              first -> assertThat(first).contains("Prices.yaml:7: "),
              second -> assertThat(second).contains("none.yaml: no such file or folder; correct"));
    }
  }

  @Test
  void aFileThatIsWrongOnlyWarnsWhereErrorsDo() throws IOException {
    CompilerRun run =
        CompilerRun.of(
            folder, "-XepAllErrorsAsWarnings -XepOpt:asynclint:Models=" + wrong(), SOURCES);
    assertThat(run.success()).isTrue();
    assertThat(run.notes()).hasSize(1).first().asString().contains("Prices.yaml:7: ");
    assertThat(folder.resolve("out/shop/Shop.class")).exists();
  }

  @Test
  void severalFaultsOfAFileAreOneLine() throws IOException {
    Path wrong = wrong();
    Files.writeString(wrong, Files.readString(wrong).replace("library: prices", "covers: [1-2]"));
    CompilerRun run = compile(wrong.toString());
    assertThat(run.notes()).hasSize(1).first().asString().contains(" (and 2 more); correct the file");
  }

  @Test
  void aFileThatIsNotThereFailsTheBuild() throws IOException {
    CompilerRun run = compile(folder.resolve("none.yaml").toString());
    assertThat(run.success()).isFalse();
    assertThat(run.notes()).hasSize(1).first().asString().contains("none.yaml");
  }

  @Test
  void jarsAndFoldersOfTheClassPathSayWhatBlocks() throws IOException {
    Path jar = jar("prices.jar", model("Prices"));
    assertThat(compileWith(jar).of("FakeAsync")).containsExactly("ERROR 7");
    Path classes = Files.createDirectories(folder.resolve("stock/META-INF/asynclint"));
    Files.copy(model("Stock"), classes.resolve("stock.yaml"));
    CompilerRun both = compileWith(jar, folder.resolve("stock"), folder.resolve("none.jar"));
    assertThat(both.of("FakeAsync")).containsExactly("ERROR 7", "ERROR 8");
    assertThat(both.notes()).isEmpty();
  }

  @Test
  void aFileInAJarThatIsWrongIsANoteAndTheOthersHold() throws IOException {
    Path wrong = model("Prices");
    Files.writeString(wrong, Files.readString(wrong).replace("blocks", "block"));
    CompilerRun run = compileWith(jar("shop.jar", wrong, model("Stock")));
    assertThat(run.of("FakeAsync")).containsExactly("ERROR 8");
    assertThat(run.notes())
        .containsExactly(
            "asynclint: "
                + folder.resolve("shop.jar")
                + "!/META-INF/asynclint/Prices.yaml:7: unknown fact 'block'; did you mean 'blocks'?");
  }

  @Test
  void theProjectWithModelsOfItsOwnHasWhatItsMarksSay() throws IOException {
    Path project = Path.of("../../test-fixtures/projects/own-models");
    Map<String, String> sources = new TreeMap<>();
    List<String> marks = new ArrayList<>();
    for (String module : List.of("platform", "payments")) {
      Path java = project.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(java)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          sources.put(java.relativize(file).toString(), Files.readString(file));
          List<String> lines = Files.readAllLines(file);
          for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("// expect: ", 2);
            if (parts.length == 2) {
              marks.add(parts[1] + " " + (i + 1));
            }
          }
        }
      }
    }
    List<String> options = new ArrayList<>(CompilerRun.HOST);
    options.addAll(
        List.of("-classpath", project.resolve("platform/src/main/resources").toString()));

    CompilerRun run =
        CompilerRun.of(
            folder,
            options,
            "-XepDisableAllChecks -Xep:UnawaitedFuture -Xep:BlockingCallInAsyncContext"
                + " -Xep:BlockingWaitInAsyncContext -XepOpt:asynclint:Models="
                + project.resolve("asynclint.yaml"),
            sources);

    assertThat(marks).hasSize(6);
    assertThat(
            run.diagnostics().stream()
                .filter(each -> each.getMessage(Locale.ROOT).startsWith("["))
                .map(
                    each ->
                        each.getMessage(Locale.ROOT).replaceFirst("(?s)^\\[(\\w+)].*", "$1 ")
                            + each.getLineNumber()))
        .containsExactlyInAnyOrderElementsOf(marks);
    assertThat(run.notes()).isEmpty();
  }
}
