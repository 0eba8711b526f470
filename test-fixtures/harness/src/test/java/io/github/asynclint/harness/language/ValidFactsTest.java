package io.github.asynclint.harness.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.facts.FactsValidator;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.SourceInput;
import io.github.asynclint.source.SourceProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts that each adapter makes of the language corpus and of the fixtures are well formed. */
class ValidFactsTest {
  @ParameterizedTest
  @ValueSource(strings = {"language", "pitfalls"})
  void javac(String folder) throws IOException {
    Program program =
        JavacCorpus.attribute(
            JavacCorpus.sources(sources(folder)),
            List.of("-proc:none", "--release", "17", "-classpath", classPath(folder)),
            note -> {});
    assertValid(program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"language", "pitfalls"})
  void bytecode(String folder) throws IOException {
    Path classes = target(folder).resolve("classes");
    try (ClassPath path = ClassPath.open(List.of(classes), libraries(folder), note -> {})) {
      assertValid(BytecodeProgram.of(path, note -> {}));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"language", "pitfalls"})
  void source(String folder) throws IOException {
    try (ClassPath path = ClassPath.open(List.of(), libraries(folder), note -> {})) {
      assertValid(
          SourceProgram.of(
              SourceInput.of(sources(folder)),
              path::bytes,
              BytecodeProgram.of(path, note -> {}),
              note -> {}));
    }
  }

  private static void assertValid(Program program) {
    List<String> problems = new ArrayList<>();
    int methods = 0;
    for (String type : program.programTypes()) {
      for (MethodCode code : JavacCorpus.codes(program, type)) {
        methods++;
        problems.addAll(FactsValidator.problems(code));
      }
    }
    assertThat(problems).isEmpty();
    assertThat(methods).isGreaterThan(400);
  }

  private static Path sources(String folder) {
    return Path.of("..", folder, "java");
  }

  private static Path target(String folder) {
    return Path.of("..", folder, "target");
  }

  /** The language corpus uses nothing but the platform. */
  private static String classPath(String folder) throws IOException {
    Path recorded = target(folder).resolve("classpath.txt");
    return folder.equals("language") ? "" : Files.readString(recorded).trim();
  }

  private static List<Path> libraries(String folder) throws IOException {
    return Arrays.stream(classPath(folder).split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }
}
