package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does a project without a pom say where its sources and its libraries are? */
final class ProjectFileTest {
  private static final String DESK =
      """
      package %s;

      class Desk {
        void print(lib.Printer printer) {
          printer.print("bill");
        }
      }
      """;

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    project = folder.resolve("project");
    Samples.write(project, "front/src/main/java/front/Desk.java", DESK.formatted("front"));
    Samples.write(project, "back/src/main/java/back/Desk.java", DESK.formatted("back"));
    Samples.write(project, "samples/sample/Desk.java", DESK.formatted("sample"));
  }

  private Path printer(Path jar) throws IOException {
    Path classes =
        Samples.compile(
            folder.resolve("classes"),
            Samples.write(
                folder,
                "lib/Printer.java",
                "package lib; public interface Printer {"
                    + " java.util.concurrent.CompletableFuture<Void> print(String page); }"));
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry("lib/Printer.class"));
      zip.write(Files.readAllBytes(classes.resolve("lib/Printer.class")));
    }
    return jar;
  }

  private Path file(String text) throws IOException {
    return Samples.write(project, "asynclint.yaml", "format: 1\n" + text);
  }

  @Test
  void sourcesAndJarsByPattern() throws IOException {
    printer(project.resolve("libs/deep/printer.jar"));
    Path file = file("sources: ['*/src/main/java']\nclasspath: ['libs/**.jar']\n");

    Run run = Run.check(project);

    assertThat(run.complaints()).isEmpty();
    assertThat(run.out())
        .contains("back/src/main/java/back/Desk.java:5: error: [UnawaitedFuture]")
        .contains("front/src/main/java/front/Desk.java:5: error: [UnawaitedFuture]")
        .doesNotContain("samples");
    assertThat(Run.check(file).out()).isEqualTo(run.out());
  }

  @Test
  void aClassPathAloneLeavesAllSources() throws IOException {
    printer(project.resolve("libs/printer.jar"));
    file("classpath: libs/printer.jar\n");

    assertThat(Run.check(project).out()).contains("back/", "front/", "samples/sample/Desk.java:5");
  }

  @Test
  void aBuildWritesTheClassPath() throws IOException {
    Path jar = printer(folder.resolve("cache/printer.jar"));
    Samples.write(
        project,
        "build/asynclint.classpath",
        folder.resolve("gone.jar") + "\n" + jar + java.io.File.pathSeparator + "build/none\r\nback/build/libs/back.jar");
    Path file = file("sources: [back]\nclasspath-file: build/asynclint.classpath\n");

    Run run = Run.check(project);

    assertThat(run.out()).contains("Desk.java:5: error: [UnawaitedFuture]");
    assertThat(run.complaints())
        .containsExactly(
            "asynclint: %s:3: classpath-file: %s lists 1 jar that is not there (%s); let the build write it again"
                .formatted(
                    file,
                    project.resolve("build/asynclint.classpath"),
                    folder.resolve("gone.jar")));
  }

  @Test
  void theSampleProjectOfGradle() {
    Path sample = Path.of("../../test-fixtures/projects/gradle");

    Run run = Run.check(sample);

    // Nobody has run Gradle: without its class path nobody knows what the library does with a failure.
    assertThat(run.out())
        .contains("desk/src/main/java/com/example/desk/Desk.java:15: suggestion: [UnawaitedFuture]")
        .endsWith("0 errors, 0 warnings, 1 suggestion in 1 file\n");
    assertThat(run.complaints())
        .allSatisfy(line -> assertThat(line).contains("asynclint.yaml:3: classpath-file: nothing is called "));
  }

  @Test
  void servicesWithClassesOfOneName() throws IOException {
    printer(project.resolve("libs/printer.jar"));
    Samples.write(project, "a/java/main/Desk.java", DESK.formatted("main"));
    Samples.write(project, "b/java/main/Desk.java", DESK.formatted("main"));
    file("sources: ['{a,b}/java', a]\nclasspath: [libs/*.jar]\n");

    Run run = Run.check(project);

    assertThat(run.out())
        .containsOnlyOnce("a/java/main/Desk.java:5")
        .containsOnlyOnce("b/java/main/Desk.java:5");
  }

  @Test
  void whatIsNotThereCostsALineAndNothingElse() throws IOException {
    printer(project.resolve("libs/printer.jar"));
    Samples.write(project, "libs/notes.txt", "no jar");
    Path file =
        file(
            """
            sources:
              - back
              - side
            classpath:
              - libs/printer.jar
              - more/*.jar
              - libs/notes.txt
              - "libs/[.jar"
            classpath-file: [build/classpath.txt]
            """);

    Run run = Run.check(project);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("Desk.java:5: error: [UnawaitedFuture]");
    String named = "asynclint: " + file;
    assertThat(run.complaints())
        .containsExactlyInAnyOrder(
            named
                + ":4: sources: nothing is called side in "
                + project
                + "; name source folders, relative to this file",
            named
                + ":7: classpath: nothing is called more/*.jar in "
                + project
                + "; name jars, class folders or patterns for jars, relative to this file",
            named
                + ":8: classpath: "
                + project.resolve("libs/notes.txt")
                + " is not a jar; name jars, class folders or patterns for jars",
            named + ":9: classpath: 'libs/[.jar' is no path and no pattern for paths",
            named
                + ":10: classpath-file: nothing is called build/classpath.txt in "
                + project
                + "; run the build that writes it, or correct the path");
  }

  @Test
  void aFileThatIsWrongSaysWhatIsExpected() throws IOException {
    Path file = file("sources: {main: src}\nclasspath:\nclass-path: [lib]\n");

    Run run = Run.check(project);

    String named = "asynclint: " + file;
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaints())
        .containsExactlyInAnyOrder(
            named + ":2: sources: a list of paths expected, such as [src/main/java]",
            named + ":3: classpath: a list of paths expected, such as [libs/*.jar]",
            named + ":4: unknown section 'class-path'; did you mean 'classpath'?");
  }

  @Test
  void sourcesWithoutCode() throws IOException {
    Path file = file("sources: [libs]\n");
    Files.createDirectories(project.resolve("libs"));

    Run run = Run.check(project);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.complaints())
        .containsExactly("asynclint: no Java sources where " + file + " says that they are");
  }

  @Test
  void modelsMayStandBeside() throws IOException {
    Samples.write(project, "back/src/main/java/lib/Printer.java",
        "package lib; public interface Printer { Object print(String page); }");
    file(
        """
        library: shop
        sources: [back/src/main/java]
        methods:
          - owner: lib.Printer
            evidence: the object is a reply of our own
            rows:
              "print": {result: must-use}
        """);

    assertThat(Run.check(project).complaints()).isEmpty();
    assertThat(Run.of("models", "check", project.resolve("asynclint.yaml")).exit()).isZero();
  }

  @Test
  void aPomMayLackSources() throws IOException {
    printer(project.resolve("libs/printer.jar"));
    Samples.write(
        project,
        "pom.xml",
        "<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId><artifactId>shop</artifactId>"
            + "<version>1</version><build><sourceDirectory>front/src/main/java</sourceDirectory></build>"
            + "</project>");
    file("sources: [back]\nclasspath: [libs/*.jar]\n");

    Run run = Run.check(project);

    assertThat(run.complaints()).isEmpty();
    assertThat(run.out())
        .contains("front/src/main/java/front/Desk.java:5")
        .contains("back/src/main/java/back/Desk.java:5")
        .doesNotContain("samples");
  }
}
