package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.program.TestMethods;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Is a class test code: in a test folder, or with JUnit or TestNG tests in it or around it? */
final class TestCode {
  private final Program program;
  private final Map<String, Boolean> known = new HashMap<>();

  TestCode(Program program) {
    this.program = program;
  }

  boolean contains(String type, String sourceFile) {
    return program.isTestSource(sourceFile) || isTest(type);
  }

  private boolean isTest(String type) {
    Boolean answer = known.get(type);
    if (answer == null) {
      Optional<TypeFacts> facts = program.type(type);
      answer =
          facts.filter(TestCode::hasTests).isPresent()
              || facts.flatMap(TypeFacts::enclosing).map(this::isTest).orElse(false);
      known.put(type, answer);
    }
    return answer;
  }

  private static boolean hasTests(TypeFacts facts) {
    return facts.methods().stream().anyMatch(TestMethods::include);
  }
}
