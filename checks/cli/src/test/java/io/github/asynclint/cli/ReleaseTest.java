package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does the command know the release that code is compiled for? */
final class ReleaseTest {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
        %s
      </project>
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    Samples.write(
        folder,
        "src/main/java/io/smallrye/common/annotation/RunOnVirtualThread.java",
        "package io.smallrye.common.annotation;\npublic @interface RunOnVirtualThread {}\n");
    Samples.write(
        folder,
        "src/main/java/shop/Orders.java",
        """
        package shop;

        class Orders {
          @io.smallrye.common.annotation.RunOnVirtualThread
          synchronized void retry() throws InterruptedException {
            Thread.sleep(100);
          }
        }
        """);
  }

  @Test
  void takesWhatItIsTold() {
    assertThat(pinned(sources(), "--release", 21)).isTrue();
    assertThat(pinned(sources(), "--release", 24)).isFalse();
    assertThat(pinned(sources(), "--release", 17)).isFalse();
  }

  @Test
  void readsThePropertyOfThePom() throws IOException {
    Samples.write(folder, "pom.xml", pom("<maven.compiler.release>22</maven.compiler.release>"));

    assertThat(pinned(folder)).isTrue();
    assertThat(pinned(folder, "--release", 25)).isFalse();
  }

  @Test
  void readsTheCompilerPluginOfThePom() throws IOException {
    Samples.write(
        folder,
        "pom.xml",
        POM.formatted(
            "<properties><java>21</java></properties><build><plugins><plugin>"
                + "<artifactId>maven-compiler-plugin</artifactId>"
                + "<configuration><release>${java}</release></configuration>"
                + "</plugin></plugins></build>"));

    assertThat(pinned(folder)).isTrue();
  }

  @Test
  void isSilentWhereThePomSaysNothing() throws IOException {
    Samples.write(folder, "pom.xml", POM.formatted(""));

    assertThat(pinned(folder)).isFalse();
  }

  private static String pom(String properties) {
    return POM.formatted("<properties>" + properties + "</properties>");
  }

  private Path sources() {
    return folder.resolve("src/main/java");
  }

  private static boolean pinned(Path path, Object... options) {
    return Run.check(path, options).out().contains("[PinnedVirtualThread]");
  }
}
