package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.FactsValidator;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.TypeFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What are the facts of a source text, once it is compiled? */
final class Compiled implements AutoCloseable {
  private final List<String> notes = new ArrayList<>();
  private final ClassPath classPath;
  private final BytecodeProgram program;

  private Compiled(Path folder) {
    this.classPath = ClassPath.open(List.of(folder), List.of(), notes::add);
    this.program = BytecodeProgram.of(classPath, notes::add);
  }

  /** Compiles one file, package {@code p}, with all debug information or as the options say. */
  static Compiled of(Path folder, String source, String... options) throws IOException {
    Path file = folder.resolve("Source.java");
    Files.writeString(file, "package p; import java.util.*; import java.util.function.*;\n" + source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-Xlint:none"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-d", classes.toString(), file.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (status != 0) {
      throw new IllegalArgumentException("the source does not compile");
    }
    return new Compiled(classes);
  }

  BytecodeProgram program() {
    return program;
  }

  List<String> notes() {
    return notes;
  }

  /** The methods of that name in a class, as text, one list of lines for all. */
  List<String> facts(String type, String method) {
    TypeFacts facts = program.type("p." + type).orElseThrow();
    return facts.methods().stream()
        .filter(one -> one.ref().name().equals(method))
        .flatMap(one -> program.code(one.ref()).stream())
        .peek(Compiled::check)
        .flatMap(code -> FactsText.print(code).lines())
        .collect(Collectors.toList());
  }

  /** The events of the first method of that name without ids, lines and regions. */
  List<String> events(String type, String method) {
    return code(type, method).method().body().events().stream().map(FactsText::event).toList();
  }

  MethodCode code(String type, String method) {
    return program.type("p." + type).orElseThrow().methods().stream()
        .filter(one -> one.ref().name().equals(method))
        .flatMap(one -> program.code(one.ref()).stream())
        .peek(Compiled::check)
        .findFirst()
        .orElseThrow();
  }

  private static void check(MethodCode code) {
    List<String> problems = FactsValidator.problems(code);
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n", problems));
    }
  }

  @Override
  public void close() {
    classPath.close();
  }
}
