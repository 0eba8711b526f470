package io.github.asynclint.harness.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fixtures, which use real libraries in all their ways, are read without a problem. */
class PitfallsFactsTest {
  private static final Path PITFALLS = Path.of("..", "pitfalls");

  @Test
  void everyMethodWithABodyHasFacts() throws IOException {
    String classPath = Files.readString(PITFALLS.resolve("target").resolve("classpath.txt")).trim();
    List<String> notes = new ArrayList<>();
    Program program =
        JavacCorpus.attribute(
            JavacCorpus.sources(PITFALLS.resolve("java")),
            List.of("-proc:none", "--release", "17", "-classpath", classPath),
            notes::add);
    List<String> without = new ArrayList<>();
    int calls = 0;
    int spans = 0;
    for (String type : program.programTypes()) {
      for (TypeFacts.Method method : program.type(type).orElseThrow().methods()) {
        if (hasBody(program, type, method) && program.code(method.ref()).isEmpty()) {
          without.add(method.ref().toString());
        }
      }
      for (MethodCode code : JavacCorpus.codes(program, type)) {
        for (Event event : code.method().body().events()) {
          if (event instanceof Event.Call call) {
            calls++;
            spans += call.spans().isPresent() ? 1 : 0;
          }
        }
      }
    }
    assertThat(notes).isEmpty();
    assertThat(without).isEmpty();
    // All written calls have spans; those that the compiler adds are few.
    assertThat(calls).isGreaterThan(1000);
    assertThat(spans).isGreaterThan(calls * 9 / 10);
  }

  /** Members that the compiler adds to records and enums have no code of the program. */
  private static boolean hasBody(Program program, String type, TypeFacts.Method method) {
    TypeFacts facts = program.type(type).orElseThrow();
    boolean generating = facts.is(Modifier.RECORD) || facts.is(Modifier.ENUM);
    return !generating
        && !facts.is(Modifier.ANNOTATION)
        && !method.modifiers().contains(Modifier.ABSTRACT)
        && !method.modifiers().contains(Modifier.NATIVE);
  }
}
