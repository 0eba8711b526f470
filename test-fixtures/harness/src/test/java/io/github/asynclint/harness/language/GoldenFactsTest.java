package io.github.asynclint.harness.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The facts of the language corpus, as javac's trees give them, are those of the golden files.
 *
 * <p>{@code -Dasynclint.update=true} writes the files anew; the difference is then for review.
 */
class GoldenFactsTest {
  static final Path LANGUAGE = Path.of("..", "language");
  static final Path GOLDEN = LANGUAGE.resolve("golden");
  private static final List<String> NOTES = new ArrayList<>();
  private static Map<String, String> texts;

  @BeforeAll
  static void attribute() throws IOException {
    Program program =
        JavacCorpus.attribute(
            JavacCorpus.sources(LANGUAGE.resolve("java")),
            List.of("-proc:none", "--release", "17"),
            NOTES::add);
    texts = JavacCorpus.texts(program);
    if (Boolean.getBoolean("asynclint.update")) {
      update();
    }
  }

  private static void update() throws IOException {
    Files.createDirectories(GOLDEN);
    for (String stale : goldenNames()) {
      Files.delete(GOLDEN.resolve(stale + ".txt"));
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(GOLDEN.resolve(text.getKey() + ".txt"), text.getValue());
    }
  }

  private static TreeSet<String> goldenNames() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".txt", "")));
    }
    return names;
  }

  @Test
  void everyClassHasOneGoldenFile() throws IOException {
    assertThat(goldenNames()).containsExactlyElementsOf(texts.keySet());
  }

  @Test
  void nothingIsNoted() {
    assertThat(NOTES).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> factsAreThoseOfTheGoldenFile() {
    return texts.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  private static void compare(String name) {
    try {
      assertThat(texts.get(name)).isEqualTo(Files.readString(GOLDEN.resolve(name + ".txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
