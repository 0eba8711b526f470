package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.Selector;
import io.github.asynclint.rules.models.compiler.CompileModels;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Does every row of the shipped models name something that exists in the pinned libraries? */
class ShippedRowsTest {
  private static final Path MODELS = Path.of("src/main/models");

  private final ClassPathProgram current =
      new ClassPathProgram(ShippedRowsTest.class.getClassLoader());

  @Test
  void everyTypeAndMemberExists() throws IOException {
    List<String> unresolved = new ArrayList<>();
    Set<String> versioned = versionedRows();
    Map<String, int[]> counts = new TreeMap<>();
    for (ModelFile file : CompileModels.compile(MODELS)) {
      Map<String, Integer> shared = new HashMap<>();
      int[] count = counts.computeIfAbsent(file.library(), k -> new int[2]);
      file.activeIf().forEach(name -> type(file, name, unresolved));
      file.types().forEach(row -> type(file, row.type(), unresolved));
      for (ModelFile.MethodRow row : file.methods()) {
        count[0]++;
        if (!row.owner().endsWith(".**")) {
          int found = matching(row.owner(), row.selector()).size();
          count[1] += found;
          // The owners of one group share its rows: each row must name something in one of them.
          shared.merge(row.selector() + " " + row.facts(), found, Integer::sum);
          if (current.type(row.owner()).isEmpty()
              && !versioned.contains(row.owner() + " " + row.selector())) {
            unresolved.add(file.library() + ": no type " + row.owner());
          }
        }
      }
      for (ModelFile.MethodRow row : file.methods()) {
        if (shared.getOrDefault(row.selector() + " " + row.facts(), 1) == 0
            && !versioned.contains(row.owner() + " " + row.selector())) {
          unresolved.add(file.library() + ": " + row.owner() + " " + row.selector());
        }
      }
      for (ModelFile.BodyRow row : file.bodies()) {
        count[0]++;
        if (matching(row.owner(), row.selector()).isEmpty()) {
          unresolved.add(file.library() + ": " + row.owner() + " " + row.selector());
        }
      }
      for (ModelFile.AnnotationRow row : file.annotations()) {
        count[0]++;
        if (!row.simpleName()) {
          type(file, row.annotation(), unresolved);
        }
        row.byReturn().forEach(each -> type(file, each.type(), unresolved));
      }
      for (ModelFile.FieldRow row : file.fields()) {
        count[0]++;
        boolean there =
            current.type(row.owner()).stream()
                .flatMap(facts -> facts.fields().stream())
                .anyMatch(field -> field.ref().name().equals(row.name()));
        if (!there) {
          unresolved.add(file.library() + ": " + row.owner() + " field " + row.name());
        }
      }
    }
    counts.forEach(
        (library, n) -> System.out.printf("%s: %d rows, %d methods%n", library, n[0], n[1]));
    assertThat(unresolved).isEmpty();
  }

  /** A row for Java 21 must find its method there, and must not be needed where it does not exist. */
  @Test
  void rowsForNewerPlatformsExistThereAndOnlyThere() throws IOException {
    boolean newer = Runtime.version().feature() >= 21;
    List<ModelCompiler.GroupVersion> rows = new ArrayList<>();
    for (Path source : sources()) {
      compiled(source).versions().stream()
          .filter(row -> row.version().equals("21"))
          .forEach(rows::add);
    }
    assertThat(rows).isNotEmpty();
    for (ModelCompiler.GroupVersion row : rows) {
      assertThat(matching(current, row.owner(), row.selector()).isEmpty())
          .as(row.toString())
          .isEqualTo(!newer);
    }
  }

  @Test
  void rowsForVertx4ExistThere() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("target/vertx-4"))) {
      for (Path jar : all.sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      ClassPathProgram vertx4 = new ClassPathProgram(loader);
      List<ModelCompiler.GroupVersion> rows =
          compiled(MODELS.resolve("vertx.yaml")).versions().stream()
              .filter(row -> row.version().equals("4"))
              .toList();
      assertThat(rows).isNotEmpty();
      Map<String, Integer> found = new HashMap<>();
      for (ModelCompiler.GroupVersion row : rows) {
        int here = matching(vertx4, row.owner(), row.selector()).size();
        found.merge(row.selector().toString(), here, Integer::sum);
      }
      assertThat(found).allSatisfy((selector, count) -> assertThat(count).isPositive());
    }
  }

  private void type(ModelFile file, String name, List<String> unresolved) {
    if (current.type(name).isEmpty()) {
      unresolved.add(file.library() + ": no type " + name);
    }
  }

  private Set<String> versionedRows() throws IOException {
    Set<String> rows = new HashSet<>();
    for (Path source : sources()) {
      compiled(source).versions().stream()
          .filter(row -> !row.version().equals("5"))
          .forEach(row -> rows.add(row.owner() + " " + row.selector()));
    }
    return rows;
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

  private List<MethodRef> matching(String owner, Selector selector) {
    return matching(current, owner, selector);
  }

  private static List<MethodRef> matching(
      ClassPathProgram program, String owner, Selector selector) {
    Map<String, MethodRef> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    collect(program, owner, owner, selector, found, seen);
    return List.copyOf(found.values());
  }

  private static void collect(
      ClassPathProgram program,
      String start,
      String at,
      Selector selector,
      Map<String, MethodRef> found,
      Set<String> seen) {
    Optional<TypeFacts> facts = seen.add(at) ? program.type(at) : Optional.empty();
    if (facts.isEmpty()) {
      return;
    }
    for (TypeFacts.Method method : facts.get().methods()) {
      MethodRef ref = method.ref();
      if (selector.matches(ref) && (at.equals(start) || !ref.isConstructor())) {
        found.putIfAbsent(ref.name() + ref.parameters(), ref);
      }
    }
    facts
        .get()
        .superclass()
        .ifPresent(above -> collect(program, start, above, selector, found, seen));
    facts
        .get()
        .interfaces()
        .forEach(above -> collect(program, start, above, selector, found, seen));
  }
}
