package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.rules.models.compiler.Mention;
import io.github.asynclint.rules.models.compiler.MissingMembers;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import io.github.asynclint.rules.models.compiler.ModelProblem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Does every row of the shipped models name something that exists in the pinned libraries? */
class ShippedRowsTest {
  private static final Path MODELS = Path.of("src/main/models");

  /** The version of Vert.x in the pinned libraries. */
  private static final String CURRENT_VERTX = "5";

  private final MissingMembers current =
      new MissingMembers(new ClassPathProgram(ShippedRowsTest.class.getClassLoader()));

  @Test
  void everyTypeAndMemberExists() throws IOException {
    List<ModelProblem> problems = new ArrayList<>();
    int mentions = 0;
    for (Path source : sources()) {
      List<Mention> here =
          compiled(source).mentions().stream()
              .filter(each -> each.version().map(CURRENT_VERTX::equals).orElse(true))
              .toList();
      mentions += here.size();
      problems.addAll(current.in(source.getFileName().toString(), here));
    }
    System.out.println(mentions + " mentions of classes and members checked");
    assertThat(mentions).isPositive();
    assertThat(problems).isEmpty();
  }

  /** A row for Java 21 must find its method there, and must not be needed where it does not exist. */
  @Test
  void rowsForNewerPlatformsExistThereAndOnlyThere() throws IOException {
    boolean newer = Runtime.version().feature() >= 21;
    List<Mention> rows = new ArrayList<>();
    for (Path source : sources()) {
      rows.addAll(ofVersion(source, "21"));
    }
    assertThat(rows).isNotEmpty();
    for (Mention row : rows) {
      assertThat(current.in("rows for 21", List.of(row)).isEmpty())
          .as(row.toString())
          .isEqualTo(newer);
    }
  }

  @Test
  void rowsForVertx4ExistThere() throws IOException {
    assertExistIn("vertx-4", "vertx.yaml");
  }

  @Test
  void rowsForHelidon4ExistThere() throws IOException {
    assertExistIn("helidon-4", "helidon.yaml");
  }

  @Test
  void handlersOfHelidon4RunOnVirtualThreads() throws IOException {
    try (URLClassLoader loader = jars("helidon-4")) {
      String handler = "io.helidon.webserver.http.Handler";
      ClassPathProgram program = new ClassPathProgram(loader);
      MethodRef handle =
          program.type(handler).orElseThrow().methods().stream()
              .map(TypeFacts.Method::ref)
              .filter(method -> method.name().equals("handle"))
              .findFirst()
              .orElseThrow();
      assertThat(ShippedModels.load().bind(program).runsOn(handle, handler, List.of(), List.of()))
          .map(NamedContext::kind)
          .contains(ContextKind.VIRTUAL);
    }
  }

  private static void assertExistIn(String library, String model) throws IOException {
    try (URLClassLoader loader = jars(library)) {
      List<Mention> rows = ofVersion(MODELS.resolve(model), "4");
      assertThat(rows).isNotEmpty();
      assertThat(new MissingMembers(new ClassPathProgram(loader)).in(model, rows)).isEmpty();
    }
  }

  /** The other major version of a library, which the build puts beside the pinned ones. */
  private static URLClassLoader jars(String library) throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("target", library))) {
      for (Path jar : all.sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static List<Mention> ofVersion(Path source, String version) throws IOException {
    return compiled(source).mentions().stream()
        .filter(each -> each.version().filter(version::equals).isPresent())
        .toList();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.list(MODELS)) {
      return all.sorted().toList();
    }
  }

  private static ModelCompiler.Compiled compiled(Path source) throws IOException {
    Set<String> contexts = new HashSet<>();
    for (Path each : sources()) {
      contexts.addAll(ModelCompiler.contextNames(each.toString(), Files.readString(each)));
    }
    return ModelCompiler.compile(source.toString(), Files.readString(source), contexts);
  }
}
