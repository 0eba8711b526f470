package io.github.asynclint.errorprone.host;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What does javac with Error Prone and the plugin say of sources? A real run: files on disk, options as a
 * build gives them, the class path of this test as processor path.
 *
 * @param success javac had nothing to fail for
 * @param diagnostics as javac gave them
 * @param output what came outside of diagnostics
 */
record CompilerRun(
    boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, String output) {
  static final List<String> HOST =
      List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-proc:none");

  /** Compiles texts by file name with options of Error Prone. */
  static CompilerRun of(Path folder, String flags, Map<String, String> sources)
      throws IOException {
    return of(folder, HOST, flags, sources);
  }

  /** The same with options of javac; {@code -d} is a folder beside the sources. */
  static CompilerRun of(
      Path folder, List<String> options, String flags, Map<String, String> sources)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : new TreeMap<>(sources).entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    List<String> all = new ArrayList<>(options);
    all.add(("-Xplugin:ErrorProne " + flags).strip());
    all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    all.addAll(List.of("-d", Files.createDirectories(folder.resolve("out")).toString()));
    if (!options.contains("-classpath")) {
      all.addAll(List.of("-classpath", Libraries.classPath("reactor-core", "reactive-streams")));
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(problems, null, null)) {
      boolean success =
          javac
              .getTask(
                  output, manager, problems, all, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      return new CompilerRun(success, problems.getDiagnostics(), output.toString());
    }
  }

  /** What the checker of that rule said: {@code ERROR 12}, the kind and the line. */
  List<String> of(String rule) {
    return diagnostics.stream()
        .filter(each -> text(each).startsWith("[" + rule + "]"))
        .map(each -> each.getKind() + " " + each.getLineNumber())
        .toList();
  }

  /** The texts of what the checkers and the plugin said. */
  List<String> texts() {
    return diagnostics.stream().map(CompilerRun::text).toList();
  }

  List<String> notes() {
    return texts().stream().filter(text -> text.startsWith("asynclint:")).toList();
  }

  private static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT);
  }
}
