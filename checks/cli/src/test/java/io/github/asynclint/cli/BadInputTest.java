package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input costs one clear line each, and only itself. */
final class BadInputTest {
  private static final int MAJOR = 7;

  @TempDir Path folder;
  private Path orders;

  @BeforeEach
  void writeGoodInput() throws IOException {
    orders = Samples.orders(folder.resolve("good"));
  }

  @Test
  void pathThatIsNotThere() {
    Run alone = Run.of("check", folder.resolve("nowhere"));
    Run besides = Run.of("check", folder.resolve("nowhere"), orders);

    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err().lines())
        .containsExactly("asynclint: no such file or folder: " + folder.resolve("nowhere"));
    assertThat(besides.exit()).isEqualTo(1);
    assertThat(besides.out()).contains("Orders.java:13");
    assertThat(besides.complaints()).hasSize(1);
  }

  @Test
  void folderWithoutCode() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Run run = Run.check(empty);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no Java sources or class files in " + empty);
  }

  @Test
  void fileOfNoKnownKind() throws IOException {
    Run run = Run.check(Samples.write(folder, "notes.txt", "hello"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("neither a source file, a jar nor a folder");
  }

  @Test
  void missingClassPathEntry() {
    Run run = Run.check(orders, "--classpath", folder.resolve("lib.jar"));

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.complaints())
        .containsExactly(
            "asynclint: not found on the class path: " + folder.resolve("lib.jar"));
  }

  @Test
  void sourceThatDoesNotParse() throws IOException {
    Samples.write(orders, "shop/Broken.java", "package shop; class Broken { void a( { ] }");

    Run run = Run.check(orders);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Orders.java:13");
    assertThat(run.complaints()).hasSize(1);
    assertThat(run.complaints().get(0))
        .contains("Broken.java:1")
        .doesNotContain("expected one of");
  }

  @Test
  void jarThatIsNotAZip() throws IOException {
    Path jar = Samples.write(folder, "fake.jar", "not a zip");

    assertThat(Run.check(jar).exit()).isEqualTo(2);
    assertThat(Run.check(jar).err()).startsWith("asynclint: not a jar: " + jar);
    assertThat(Run.of("check", jar, orders).exit()).isEqualTo(1);
  }

  @Test
  void truncatedClassFile() throws IOException {
    Path classes = compiled();
    byte[] bytes = Files.readAllBytes(classes.resolve("shop/Clean.class"));
    Files.write(classes.resolve("shop/Clean.class"), Arrays.copyOf(bytes, bytes.length / 2));

    Run run = Run.check(classes);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Orders.java:13");
    assertThat(run.complaints()).hasSize(1);
    assertThat(run.complaints())
        .containsExactly(
            "asynclint: cannot read the class file of shop.Clean: it is truncated or damaged");
  }

  @Test
  void nothingButBrokenClassFiles() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("broken"));
    Files.write(classes.resolve("Lost.class"), new byte[] {(byte) 0xCA, (byte) 0xFE});

    Run run = Run.check(classes);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("the class file of Lost: it is truncated or damaged");
  }

  @Test
  void classFileOfTheFuture() throws IOException {
    Path classes = compiled();
    byte[] bytes = Files.readAllBytes(classes.resolve("shop/Clean.class"));
    bytes[MAJOR] = (byte) 200;
    Files.write(classes.resolve("shop/Clean.class"), bytes);

    Run run = Run.check(classes);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Orders.java:13");
    assertThat(run.complaints()).hasSize(1);
    assertThat(run.complaints().get(0)).contains("200");
  }

  private Path compiled() throws IOException {
    return Samples.compile(
        folder.resolve("classes"),
        orders.resolve("shop/Orders.java"),
        Samples.write(folder, "more/shop/Clean.java", Samples.CLEAN));
  }

  @Test
  void unknownRule() {
    for (String option : new String[] {"--enable", "--disable"}) {
      Run run = Run.check(orders, option, "UnawaitedFutur");

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err().lines())
          .containsExactly(
              "asynclint: unknown rule: UnawaitedFutur; did you mean UnawaitedFuture?");
    }
  }

  @Test
  void wrongModelKey() throws IOException {
    Path models = Samples.write(folder, "mine.yaml", "format: 1\nlibrary: mine\nmethod: []\n");

    Run run = Run.check(orders, "--models", models);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("asynclint: " + models + ":3").contains("methods");
  }

  @Test
  void modelsThatAreNotThere() {
    Run run = Run.check(orders, "--models", folder.resolve("none.yaml"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("none.yaml: no such file or folder");
  }

  @Test
  void outputThatCannotBeWritten() {
    Run folderMissing = Run.check(orders, "--output", folder.resolve("none/report.txt"));
    Run isFolder = Run.check(orders, "--output", folder);

    assertThat(folderMissing.exit()).isEqualTo(2);
    assertThat(folderMissing.err().lines())
        .containsExactly(
            "asynclint: cannot write %s: no such folder: %s"
                .formatted(folder.resolve("none/report.txt"), folder.resolve("none")));
    assertThat(isFolder.exit()).isEqualTo(2);
    assertThat(isFolder.err()).contains("is a folder");
  }

  @Test
  void baselineThatIsNone() throws IOException {
    Run run = Run.check(orders, "--baseline", Samples.write(folder, "base", "hello\n"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("base:1: not a line of a baseline");
  }

  @Test
  void commandLinesThatMakeNoSense() {
    assertThat(Run.of().exit()).isEqualTo(2);
    assertThat(Run.of().err().lines()).hasSize(1);
    assertThat(Run.of("check").exit()).isEqualTo(2);
    assertThat(Run.of("check").err().lines()).hasSize(1);
    assertThat(Run.check(orders, "--format", "pdf").exit()).isEqualTo(2);
    assertThat(Run.check(orders, "--frmat", "text").exit()).isEqualTo(2);
    assertThat(Run.check(orders, "--enable-all", "--enable", "FakeAsync").exit()).isEqualTo(2);
  }
}
