package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does the command hear what projects and libraries say of themselves? */
final class ModelFilesTest {
  private static final Path BANK = Path.of("../../test-fixtures/projects/own-models");
  private static final Pattern FINDING =
      Pattern.compile("^\\S*?(\\w+\\.java:\\d+): \\w+: \\[(\\w+)\\].*");

  private static final String SLOW =
      """
      format: 1
      library: shop
      methods:
        - owner: shop.Orders
          evidence: it waits for the printer
          rows:
            "print": {blocks: definite, kind: io}
      """;

  private static final String USE =
      """
      package desk;

      class Desk {
        java.util.concurrent.CompletableFuture<String> receipt(shop.Orders orders) {
          orders.print();
          return java.util.concurrent.CompletableFuture.completedFuture("done");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theProjectWithModelsOfItsOwnHasWhatItsMarksSay() throws IOException {
    List<String> marks = new ArrayList<>();
    try (var files = Files.walk(BANK)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          String[] parts = lines.get(i).split("// expect: ", 2);
          if (parts.length == 2) {
            marks.add(file.getFileName() + ":" + (i + 1) + " " + parts[1]);
          }
        }
      }
    }

    Run run = Run.check(BANK);

    assertThat(marks).hasSize(6);
    assertThat(
            run.out()
                .lines()
                .map(FINDING::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1) + " " + match.group(2)))
        .containsExactlyElementsOf(marks);
    assertThat(run.complaints()).isEmpty();
  }

  private Path library(String... models) throws IOException {
    Path source = Samples.write(folder, "lib/shop/Orders.java",
        "package shop; public interface Orders { void print(); }");
    Path classes = Samples.compile(folder.resolve("classes"), source);
    Path jar = folder.resolve("shop.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("shop/Orders.class"));
      zip.write(Files.readAllBytes(classes.resolve("shop/Orders.class")));
      for (int i = 0; i < models.length; i++) {
        zip.putNextEntry(new ZipEntry("META-INF/asynclint/" + i + ".yaml"));
        zip.write(models[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  @Test
  void aFileOfALibraryThatIsWrongCostsOneLineAndTheOthersHold() throws IOException {
    Path jar = library(SLOW.replace("blocks", "block"), SLOW, "format: 1\nlibrary: [\n");
    Path source = Samples.write(folder, "src/desk/Desk.java", USE);

    Run run = Run.check(source.getParent().getParent(), "--classpath", jar);

    assertThat(run.out()).contains("Desk.java:5: error: [FakeAsync]");
    assertThat(run.complaints()).hasSize(2);
    assertThat(run.complaints().get(0))
        .endsWith("shop.jar!/META-INF/asynclint/0.yaml:7: unknown fact 'block'; did you mean 'blocks'?");
    assertThat(run.complaints().get(1)).contains("META-INF/asynclint/2.yaml:");
  }

  @Test
  void aLibraryInAFolderAndTheAnalysedClassesSpeakToo() throws IOException {
    Path jar = library();
    Path source = Samples.write(folder, "src/desk/Desk.java", USE);
    Path brought = folder.resolve("brought");
    Samples.write(brought, "META-INF/asynclint/shop.yaml", SLOW);

    assertThat(Run.check(source, "--classpath", jar).out()).isEqualTo("nothing found\n");
    assertThat(Run.check(source, "--classpath", jar + java.io.File.pathSeparator + brought).out())
        .contains("[FakeAsync]");

    Path analysed = Samples.compile(folder.resolve("analysed"), source, folder.resolve("lib/shop/Orders.java"));
    assertThat(Run.check(analysed).out()).isEqualTo("nothing found\n");
    Samples.write(analysed, "META-INF/asynclint/shop.yaml", SLOW);
    assertThat(Run.check(analysed).out()).contains("[FakeAsync]");
  }
}
