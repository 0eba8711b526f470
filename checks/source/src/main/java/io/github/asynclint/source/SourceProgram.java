package io.github.asynclint.source;

import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.types.ClassBytes;
import io.github.asynclint.source.types.Functions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a program given as source text; its libraries are known from class files.
 *
 * <p>Types and bodies are read when asked for and kept. Not safe for use by several threads at once.
 */
public final class SourceProgram implements Program {
  private final Sources sources;
  private final Program libraries;
  private final Notes notes;
  private final MethodFacts methods;
  private final TypeFactsReader types;
  private final Map<String, SourceUnit> units = new HashMap<>();
  private final Map<String, TypeFacts> facts = new HashMap<>();
  private final Map<MethodRef, Optional<MethodCode>> code = new HashMap<>();

  private SourceProgram(
      List<SourceUnit> parsed, ClassBytes bytes, Program libraries, Notes notes) {
    this.sources = new Sources(parsed, bytes);
    this.libraries = libraries;
    this.notes = notes;
    parsed.forEach(unit -> units.putIfAbsent(unit.sourceFile(), unit));
    this.methods = new MethodFacts(sources, new Functions(sources.headers().types()));
    this.types = new TypeFactsReader(sources);
  }

  /**
   * Parses the files; what cannot be parsed is noted and left out.
   *
   * @param bytes class files of the libraries and the platform, for the resolution of names
   * @param libraries facts of the same, for everything that is not in the sources
   */
  public static SourceProgram of(
      List<SourceInput> files, ClassBytes bytes, Program libraries, Notes notes) {
    List<SourceUnit> parsed = new ArrayList<>();
    for (SourceInput file : files) {
      SourceUnit.parse(file, notes).ifPresent(parsed::add);
    }
    return new SourceProgram(parsed, bytes, libraries, notes);
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    Optional<SourceClass> source = sources.source(name);
    if (source.isEmpty()) {
      return libraries.type(name);
    }
    return Optional.of(facts.computeIfAbsent(name, key -> types.read(source.get())));
  }

  @Override
  public Origin origin(String name) {
    return sources.source(name).isPresent() ? Origin.PROGRAM : libraries.origin(name);
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    Optional<SourceClass> source = sources.source(method.owner());
    if (source.isEmpty()) {
      return libraries.code(method);
    }
    Optional<MethodCode> known = code.get(method);
    if (known == null) {
      known = read(source.get(), method);
      code.put(method, known);
    }
    return known;
  }

  private Optional<MethodCode> read(SourceClass type, MethodRef method) {
    try {
      return methods.code(type, method);
    } catch (RuntimeException | StackOverflowError e) {
      // One method is lost, with a note; the host and the other methods go on.
      notes.note("internal error in " + method + ": " + e);
      return Optional.empty();
    }
  }

  @Override
  public List<String> programTypes() {
    return List.copyOf(sources.all().keySet());
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return Optional.ofNullable(units.get(sourceFile)).map(SourceUnit::text);
  }
}
