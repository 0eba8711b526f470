package io.github.asynclint.harness.language;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.errorprone.JavacProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources compiled in this process up to attribution, and the facts of a program as text. */
final class JavacCorpus {
  private JavacCorpus() {}

  /** The program that javac's trees give; sources that do not compile are an error. */
  static Program attribute(List<Path> sources, List<String> options, Notes notes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = task(compiler, sources, options, problems, files);
      task.parse();
      task.analyze();
      failOnErrors(problems);
      return new JavacProgram(((BasicJavacTask) task).getContext(), notes);
    }
  }

  /** Compiles sources to class files. */
  static void generate(List<Path> sources, List<String> options) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      task(compiler, sources, options, problems, files).call();
      failOnErrors(problems);
    }
  }

  private static JavacTask task(
      JavaCompiler compiler,
      List<Path> sources,
      List<String> options,
      DiagnosticCollector<JavaFileObject> problems,
      StandardJavaFileManager files) {
    return (JavacTask)
        compiler.getTask(
            null, null, problems, options, null, files.getJavaFileObjectsFromPaths(sources));
  }

  private static void failOnErrors(DiagnosticCollector<JavaFileObject> problems) {
    List<String> errors = new ArrayList<>();
    for (Diagnostic<?> problem : problems.getDiagnostics()) {
      if (problem.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(problem.toString());
      }
    }
    if (!errors.isEmpty()) {
      throw new IllegalStateException(String.join("\n", errors));
    }
  }

  static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The code of each method and static initializer of a class, in the order of declaration. */
  static List<MethodCode> codes(Program program, String type) {
    List<MethodRef> methods = new ArrayList<>();
    for (TypeFacts.Method method : program.type(type).orElseThrow().methods()) {
      methods.add(method.ref());
    }
    MethodRef initializer =
        new MethodRef(type, MethodRef.STATIC_INITIALIZER, List.of(), "void");
    if (!methods.contains(initializer)) {
      methods.add(initializer);
    }
    List<MethodCode> codes = new ArrayList<>();
    methods.forEach(method -> program.code(method).ifPresent(codes::add));
    return codes;
  }

  /** One text for each top-level class: all code of it and of the classes inside it. */
  static Map<String, String> texts(Program program) {
    Map<String, StringBuilder> texts = new TreeMap<>();
    for (String type : program.programTypes()) {
      String simple = type.substring(type.lastIndexOf('.') + 1);
      String top = simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
      StringBuilder text = texts.computeIfAbsent(top, name -> new StringBuilder());
      for (MethodCode code : codes(program, type)) {
        text.append(FactsText.print(code)).append('\n');
      }
    }
    Map<String, String> finished = new TreeMap<>();
    texts.forEach((name, text) -> finished.put(name, text.toString()));
    return finished;
  }
}
