package io.github.asynclint.source;

import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.List;
import java.util.Optional;

/** A program of which nothing is known. */
final class NoLibraries implements Program {
  @Override
  public Optional<TypeFacts> type(String name) {
    return Optional.empty();
  }

  @Override
  public Origin origin(String name) {
    return Origin.UNKNOWN;
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    return Optional.empty();
  }

  @Override
  public List<String> programTypes() {
    return List.of();
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return Optional.empty();
  }
}
