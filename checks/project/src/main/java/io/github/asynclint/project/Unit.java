package io.github.asynclint.project;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Lookup;
import io.github.asynclint.engine.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One program as it is analysed.
 *
 * @param types the classes whose findings are wanted
 * @param wanted the source files whose findings are wanted; empty for all
 * @param files source files by key
 * @param tests keys of files in test folders
 */
public record Unit(
    Program program,
    List<String> types,
    Optional<Set<String>> wanted,
    Map<String, SourceText> files,
    Set<String> tests) {

  static Unit of(
      Program program,
      List<String> types,
      Optional<Set<String>> wanted,
      Map<String, SourceText> files,
      Set<String> tests,
      OptionalInt release) {
    return new Unit(new Known(program, tests, release), types, wanted, files, tests);
  }

  /** Where the file lies on disk; empty for class files and libraries. */
  public Optional<Path> path(String sourceFile) {
    return Optional.ofNullable(files.get(sourceFile)).map(SourceText::path);
  }

  public Optional<String> text(String sourceFile) {
    return Optional.ofNullable(files.get(sourceFile)).map(SourceText::text);
  }

  public boolean wants(String sourceFile) {
    return wanted.isEmpty() || wanted.get().contains(sourceFile);
  }

  /** A program that knows which of its files are tests, and what it is compiled for. */
  private record Known(Program program, Set<String> tests, OptionalInt release)
      implements Program {
    @Override
    public Optional<TypeFacts> type(String name) {
      return program.type(name);
    }

    @Override
    public Origin origin(String name) {
      return program.origin(name);
    }

    @Override
    public Optional<MethodCode> code(MethodRef method) {
      return program.code(method);
    }

    @Override
    public Map<MethodRef, Mentions> mentions(String type) {
      return program.mentions(type);
    }

    @Override
    public Optional<Lookup> lookup() {
      return program.lookup();
    }

    @Override
    public List<String> programTypes() {
      return program.programTypes();
    }

    @Override
    public boolean isTestSource(String sourceFile) {
      return tests.contains(sourceFile) || program.isTestSource(sourceFile);
    }

    @Override
    public OptionalInt release(String type) {
      return release.isPresent() ? release : program.release(type);
    }

    @Override
    public Optional<String> sourceText(String sourceFile) {
      return program.sourceText(sourceFile);
    }
  }
}
