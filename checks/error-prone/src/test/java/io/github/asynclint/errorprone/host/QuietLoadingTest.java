package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that only the analysis reads must not make javac warn: such a build may run with -Werror. */
class QuietLoadingTest {
  private static final List<String> STRICT =
      List.of(
          "-XDcompilePolicy=simple",
          "--should-stop=ifError=FLOW",
          "-proc:none",
          "-Werror",
          "-Xlint:all,-options,-path,-processing");

  /** Annotations that the library was compiled with and that its users do not have. */
  private static final Map<String, String> ABSENT =
      Map.of(
          "absent/When.java",
          "package absent; public enum When { ALWAYS, NEVER }",
          "absent/Checked.java",
          """
          package absent;

          import java.lang.annotation.*;

          @Retention(RetentionPolicy.RUNTIME)
          public @interface Checked {
            When when();

            String[] names() default {};
          }
          """);

  private static final Map<String, String> LIBRARY =
      Map.of(
          "lib/Store.java",
          "package lib; public class Store { public String load() { return Inner.read(); } }",
          "lib/Inner.java",
          """
          package lib;

          import absent.*;

          @Checked(when = When.ALWAYS, names = "inner")
          class Inner extends Base {
            @Checked(when = When.NEVER)
            static final String NAME = new StringBuilder("name").toString();

            @Deprecated
            @Checked(when = When.NEVER)
            static String read() {
              return Reader.read(NAME);
            }
          }
          """,
          "lib/Base.java",
          "package lib; @absent.Checked(when = absent.When.NEVER) class Base {}",
          "lib/Reader.java",
          """
          package lib;

          class Reader {
            @Marked
            static String read(String name) {
              %s
            }
          }
          """,
          "lib/Marked.java",
          "package lib; public @interface Marked {}");

  private static final String USE =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;
      import lib.Store;

      class Shop {
        CompletableFuture<String> order() {
          return CompletableFuture.completedFuture(new Store().load());
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void annotationsThatAreNotThereAreNotSpokenOf() throws Exception {
    CompilerRun run = compile(USE, "return name;");
    assertThat(run.texts()).isEmpty();
    assertThat(run.output()).isEmpty();
    assertThat(run.success()).isTrue();
  }

  @Test
  void whatLiesBehindSuchClassesIsSeen() throws Exception {
    CompilerRun run =
        compile(USE, "return new java.util.Scanner(System.in).next() + sleep();" + SLEEP);
    assertThat(run.of("FakeAsync")).containsExactly("ERROR 8");
    assertThat(run.texts()).hasSize(1);
  }

  @Test
  void warningsOfTheProgramStay() throws Exception {
    String raw = USE.replace("class Shop {", "class Shop {\n  java.util.List list;");
    CompilerRun run = compile(raw, "return name;");
    assertThat(run.texts()).anySatisfy(text -> assertThat(text).contains("raw type"));
    assertThat(run.success()).isFalse();
  }

  /** Closes the method that it stands in. */
  private static final String SLEEP =
      """
      }

      static String sleep() {
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          return "";
        }
        return "slept";
      """;

  private CompilerRun compile(String source, String body) throws IOException {
    Path library = folder.resolve("library");
    Map<String, String> sources = new TreeMap<>(LIBRARY);
    sources.computeIfPresent("lib/Reader.java", (name, text) -> text.formatted(body));
    sources.putAll(ABSENT);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> each : sources.entrySet()) {
      Path file = folder.resolve("library-src").resolve(each.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, each.getValue()));
    }
    javac(library, files);
    Files.delete(library.resolve("absent/When.class"));
    Files.delete(library.resolve("absent/Checked.class"));
    List<String> options = new ArrayList<>(STRICT);
    options.add("-classpath");
    options.add(library + File.pathSeparator + Libraries.classPath("reactive-streams"));
    return CompilerRun.of(
        folder, options, "-Xep:DefaultPackage:OFF", Map.of("shop/Shop.java", source));
  }

  private static void javac(Path target, List<Path> files) throws IOException {
    var javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-d", Files.createDirectories(target).toString());
      boolean done =
          javac
              .getTask(
                  output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(done).as(output.toString()).isTrue();
    }
  }
}
