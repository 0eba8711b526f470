package io.github.asynclint.harness.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.FactsValidator;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.source.SourceInput;
import io.github.asynclint.source.SourceProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    int surveyed = 0;
    List<String> unsurveyed = new ArrayList<>();
    Hierarchy hierarchy = new Hierarchy(program);
    for (String type : program.programTypes()) {
      Map<MethodRef, Mentions> named = program.mentions(type);
      for (MethodCode code : JavacCorpus.codes(program, type)) {
        methods++;
        problems.addAll(FactsValidator.problems(code));
        Mentions mentions = named.get(code.method().id().method());
        if (mentions == null) {
          unsurveyed.add(code.method().id().toString());
        } else {
          surveyed++;
          problems.addAll(
              unmentioned(hierarchy, mentions, Mentions.of(code), code.method().id()));
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(methods).isGreaterThan(400);
    // The adapter of source text has nothing cheaper than facts.
    assertThat(surveyed == 0 ? List.of() : unsurveyed).isEmpty();
  }

  /** What facts name and the cheaper survey of the same method does not. */
  private static List<String> unmentioned(
      Hierarchy hierarchy, Mentions survey, Mentions facts, CallableId method) {
    List<String> missing = new ArrayList<>();
    for (Mentions.Member call : facts.calls()) {
      boolean found =
          survey.calls().stream()
              .anyMatch(
                  each ->
                      each.name().equals(call.name())
                          && (each.isConstructor()
                              ? each.type().equals(call.type())
                              : each.parameters().equals(call.parameters())
                                  && hierarchy.isSubtype(each.type(), call.type())));
      // The constructor of an array is no method of any class.
      if (!found && !(call.isConstructor() && call.type().endsWith("[]"))) {
        missing.add(method + " names " + call);
      }
    }
    for (Mentions.Field field : facts.fields()) {
      boolean found =
          survey.fields().stream()
              .anyMatch(
                  each ->
                      each.name().equals(field.name())
                          && each.isWritten() == field.isWritten()
                          && hierarchy.isSubtype(each.type(), field.type()));
      if (!found) {
        missing.add(method + " names " + field);
      }
    }
    for (String result : facts.results()) {
      if (result.contains(".") && !result.endsWith("[]") && !survey.results().contains(result)) {
        missing.add(method + " gets a " + result);
      }
    }
    if (facts.functions() && !survey.functions()) {
      missing.add(method + " creates functions");
    }
    if (facts.locks() && !survey.locks()) {
      missing.add(method + " takes locks");
    }
    if (facts.changes() && !survey.changes()) {
      missing.add(method + " changes state");
    }
    return missing;
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
