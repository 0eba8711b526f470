package io.github.asynclint.errorprone;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.TypeFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled in this process up to attribution, and the program that the adapter makes of them. */
final class Compilation {
  final JavacProgram program;
  final List<String> notes = new ArrayList<>();

  private Compilation(Iterable<? extends JavaFileObject> sources, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, problems, options, null, sources);
    try {
      task.parse();
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .forEach(problem -> notes.add("does not compile: " + problem));
    program = new JavacProgram(((BasicJavacTask) task).getContext(), notes::add);
  }

  static Compilation of(String... sources) {
    return of(List.of(), sources);
  }

  static Compilation of(List<String> options, String... sources) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(new Text(source));
    }
    return new Compilation(files, options);
  }

  static Compilation ofFiles(List<Path> paths, List<String> options) throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      return new Compilation(files.getJavaFileObjectsFromPaths(paths), options);
    }
  }

  /** The printed code of the method with that name; there must be one. */
  String code(String type, String method) {
    return FactsText.print(method(type, method));
  }

  MethodCode method(String type, String method) {
    TypeFacts facts = program.type(type).orElseThrow();
    for (TypeFacts.Method declared : facts.methods()) {
      if (declared.ref().name().equals(method)) {
        return program.code(declared.ref()).orElseThrow();
      }
    }
    throw new AssertionError("no method " + method + " in " + facts.methods());
  }

  /** All code of a class, in the order of its declaration. */
  String dump(String type) {
    StringBuilder out = new StringBuilder();
    program
        .type(type)
        .orElseThrow()
        .methods()
        .forEach(
            method ->
                program
                    .code(method.ref())
                    .ifPresent(code -> out.append(FactsText.print(code))));
    staticInitializer(type).ifPresent(code -> out.append(FactsText.print(code)));
    return out.toString();
  }

  Optional<MethodCode> staticInitializer(String type) {
    return program.code(
        new MethodRef(type, MethodRef.STATIC_INITIALIZER, List.of(), "void"));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///" + fileName(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String fileName(String text) {
      java.util.regex.Matcher name =
          java.util.regex.Pattern.compile("(?:class|interface|enum|record) (\\w+)").matcher(text);
      if (!name.find()) {
        throw new IllegalArgumentException("no type in " + text);
      }
      return name.group(1) + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
