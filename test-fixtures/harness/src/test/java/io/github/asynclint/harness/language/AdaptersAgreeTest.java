package io.github.asynclint.harness.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.SourceInput;
import io.github.asynclint.source.SourceProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The adapters see the same in the language corpus, but for the differences that are written down.
 *
 * <p>A written difference that is gone must leave the list. {@code -Dasynclint.show=name} prints both
 * texts of the methods whose name contains it.
 */
class AdaptersAgreeTest {
  private static final Path DIFFERENCES = GoldenFactsTest.LANGUAGE.resolve("differences.md");
  private static final Path JAVA = GoldenFactsTest.LANGUAGE.resolve("java");

  @TempDir static Path classes;

  private static final List<String> NOTES = new ArrayList<>();
  private static Map<String, String> reference;

  @BeforeAll
  static void compile() throws IOException {
    List<Path> sources = JavacCorpus.sources(JAVA);
    reference =
        methods(
            JavacCorpus.attribute(sources, List.of("-proc:none", "--release", "17"), NOTES::add));
    JavacCorpus.generate(
        sources, List.of("-proc:none", "--release", "17", "-g", "-d", classes.toString()));
  }

  @AfterAll
  static void nothingIsNoted() {
    assertThat(NOTES).isEmpty();
  }

  @Test
  void bytecodeAgreesWithTheReference() throws IOException {
    try (ClassPath path = ClassPath.open(List.of(classes), List.of(), NOTES::add)) {
      compare("bytecode", methods(BytecodeProgram.of(path, NOTES::add)));
    }
  }

  @Test
  void sourceAgreesWithTheReference() throws IOException {
    try (ClassPath platform = ClassPath.open(List.of(), List.of(), NOTES::add)) {
      Program program =
          SourceProgram.of(
              SourceInput.of(JAVA),
              platform::bytes,
              BytecodeProgram.of(platform, NOTES::add),
              NOTES::add);
      compare("source", methods(program));
    }
  }

  private static Map<String, String> methods(Program program) {
    Map<String, String> texts = new TreeMap<>();
    for (String type : program.programTypes()) {
      for (MethodCode code : JavacCorpus.codes(program, type)) {
        boolean empty =
            code.method().id().method().isStaticInitializer()
                && code.method().body().events().stream().allMatch(AdaptersAgreeTest::isEnd);
        if (!empty) {
          texts.put(code.method().id().toString(), ComparableFacts.text(code));
        }
      }
    }
    return texts;
  }

  private static boolean isEnd(Event event) {
    return event instanceof Event.Return returned && returned.value().isEmpty();
  }

  private static void compare(String adapter, Map<String, String> other) throws IOException {
    Map<String, String> permitted = Differences.of(adapter, DIFFERENCES);
    TreeSet<String> all = new TreeSet<>(reference.keySet());
    all.addAll(other.keySet());
    TreeSet<String> different = new TreeSet<>();
    for (String method : all) {
      String expected = reference.getOrDefault(method, "no code");
      String actual = other.getOrDefault(method, "no code");
      if (!expected.equals(actual)) {
        different.add(method);
        String show = System.getProperty("asynclint.show", "");
        if (!show.isEmpty() && method.contains(show)) {
          System.out.printf("javac%n%s%s%n%s%n", expected, adapter, actual);
        }
      }
    }
    System.out.printf(
        "%-8s : %d methods equal, %d permitted differences, %d in all%n",
        adapter, all.size() - different.size(), permitted.size(), all.size());
    assertThat(different).containsExactlyElementsOf(permitted.keySet());
  }
}
