package io.github.asynclint.engine.program;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a host knows of the program under analysis and of the classes around it.
 *
 * <p>Answers are stable during an analysis and depend on nothing but the question. An implementation
 * reads on demand and caches; it never loads or runs analysed code and never throws for bad input: what
 * cannot be read is empty, and a note says why once (see {@link Notes}).
 */
public interface Program {
  /** Where a class comes from. */
  enum Origin {
    /** Part of what the user asked to analyse. */
    PROGRAM,
    /** On the class path. */
    LIBRARY,
    /** Part of the Java platform: its bodies are never looked into. */
    PLATFORM,
    UNKNOWN
  }

  /** How the class with that binary name is declared. */
  Optional<TypeFacts> type(String name);

  Origin origin(String name);

  /**
   * The code of exactly that method (declared in {@code method.owner()}); empty for abstract and
   * native ones, for the platform's, and where it cannot be read.
   */
  Optional<MethodCode> code(MethodRef method);

  /**
   * What the code of each method of a class of the program names, without building facts. Methods that
   * are not in it, and those of all classes where it is empty, are asked for their facts instead.
   */
  default Map<MethodRef, Mentions> mentions(String type) {
    return Map.of();
  }

  /** Where to look for what names something; empty where all of the program is to be read. */
  default Optional<Lookup> lookup() {
    return Optional.empty();
  }

  /** Binary names of all classes of the program, nested, local and anonymous ones too, sorted. */
  List<String> programTypes();

  /** Whether the file named as in {@code Callable.sourceFile()} lies in a test source folder. */
  default boolean isTestSource(String sourceFile) {
    return false;
  }

  /** The Java release that a class of the program is compiled for; empty if that is not known. */
  default OptionalInt release(String type) {
    return OptionalInt.empty();
  }

  /** The source text of a file named as in {@code Callable.sourceFile()}, for edits and snippets. */
  Optional<String> sourceText(String sourceFile);
}
