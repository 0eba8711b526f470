package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MavenProjectTest {
  private static final String PARENT =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>shop</groupId><artifactId>parent</artifactId><version>1</version>
        <packaging>pom</packaging>
        <modules><module>storage</module><module>web</module></modules>
        <properties><store.version>1.0</store.version></properties>
        <dependencyManagement><dependencies><dependency>
          <groupId>lib</groupId><artifactId>store</artifactId><version>${store.version}</version>
        </dependency></dependencies></dependencyManagement>
      </project>
      """;
  private static final String MODULE =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <parent><groupId>shop</groupId><artifactId>parent</artifactId><version>1</version></parent>
        <artifactId>%s</artifactId>
        <dependencies><dependency>%s</dependency></dependencies>
      </project>
      """;

  @TempDir Path folder;
  private Path project;
  private Path repository;
  private final String before = System.getProperty("maven.repo.local", "");

  @BeforeEach
  void writeProject() throws IOException {
    project = folder.resolve("project");
    repository = Files.createDirectory(folder.resolve("repository"));
    System.setProperty("maven.repo.local", repository.toString());
    Samples.write(project, "pom.xml", PARENT);
    Samples.write(
        project,
        "storage/pom.xml",
        MODULE.formatted("storage", "<groupId>lib</groupId><artifactId>store</artifactId>"));
    Samples.write(
        project,
        "web/pom.xml",
        MODULE.formatted(
            "web", "<groupId>shop</groupId><artifactId>storage</artifactId><version>1</version>"));
    Samples.write(
        project,
        "storage/src/main/java/shop/storage/Carts.java",
        """
        package shop.storage;
        import java.util.concurrent.CompletableFuture;
        public class Carts {
          public CompletableFuture<Void> save() {
            return CompletableFuture.runAsync(() -> System.out.println("saved"));
          }
        }
        """);
    Samples.write(
        project,
        "web/src/main/java/shop/web/Api.java",
        """
        package shop.web;
        class Api {
          void handle(shop.storage.Carts carts, lib.Store store) {
            carts.save();
            store.put("cart");
          }
        }
        """);
    Samples.write(
        project,
        "web/src/test/java/shop/web/ApiSample.java",
        "package shop.web; class ApiSample { void t(shop.storage.Carts carts) { carts.save(); } }");
  }

  @AfterEach
  void restore() {
    if (before.isEmpty()) {
      System.clearProperty("maven.repo.local");
    } else {
      System.setProperty("maven.repo.local", before);
    }
  }

  @Test
  void modulesSeeEachOtherAndTheirDependencies() throws IOException {
    install();

    Run run = Run.check(project);

    assertThat(run.complaints()).isEmpty();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("web/src/main/java/shop/web/Api.java:4: error: [UnawaitedFuture]")
        .contains("web/src/main/java/shop/web/Api.java:5: error: [UnawaitedFuture]")
        .endsWith("2 errors, 0 warnings in 1 file\n");
  }

  @Test
  void missingDependenciesCostOneNoteAndFindings() {
    Run run = Run.check(project);

    assertThat(run.complaints()).hasSize(1);
    assertThat(run.complaints().get(0))
        .contains("1 dependency of " + project)
        .contains("lib:store:jar:1.0")
        .contains("mvn dependency:go-offline");
    assertThat(run.out()).contains("Api.java:4").doesNotContain("Api.java:5");
  }

  @Test
  void missingParentIsNotedAndTheRestIsAnalysed() throws IOException {
    Samples.write(
        project,
        "pom.xml",
        PARENT.replace(
            "<packaging>",
            "<parent><groupId>org</groupId><artifactId>boss</artifactId><version>3</version>"
                + "</parent><packaging>"));

    Run run = Run.check(project);

    assertThat(run.err()).contains("pom.xml").contains("boss");
    assertThat(run.out()).contains("Api.java:4");
  }

  @Test
  void pomThatIsNoXml() throws IOException {
    Samples.write(project, "pom.xml", "<project");

    Run run = Run.check(project);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("pom.xml");
  }

  /** Puts lib:store:1.0 into the local repository, as some build has done before. */
  private void install() throws IOException {
    Path classes =
        Samples.compile(
            folder.resolve("classes"),
            Samples.write(
                folder,
                "src/lib/Store.java",
                "package lib; public class Store {"
                    + " public java.util.concurrent.CompletableFuture<Void> put(String key) {"
                    + " return new java.util.concurrent.CompletableFuture<>(); } }"));
    Path home = Files.createDirectories(repository.resolve("lib/store/1.0"));
    try (OutputStream out = Files.newOutputStream(home.resolve("store-1.0.jar"));
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new JarEntry("lib/Store.class"));
      zip.write(Files.readAllBytes(classes.resolve("lib/Store.class")));
    }
    Files.writeString(
        home.resolve("store-1.0.pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>lib</groupId>"
            + "<artifactId>store</artifactId><version>1.0</version></project>");
  }
}
