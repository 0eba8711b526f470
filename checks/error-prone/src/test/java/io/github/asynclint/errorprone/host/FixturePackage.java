package io.github.asynclint.errorprone.host;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.errorprone.JavacProgram;
import io.github.asynclint.rules.models.ShippedModels;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What do the rules find in the fixtures of one folder, as they are and with some files changed? */
final class FixturePackage implements AutoCloseable {
  /** The compiler's errors, or the findings. */
  record Outcome(List<String> errors, List<Finding> findings) {}

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null);
  private final RuleSelection rules = RuleSelection.all(getClass().getClassLoader());
  private final ModelStore models = ShippedModels.load();
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final String folder;

  FixturePackage(String folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> files = Files.list(Libraries.fixtures(folder))) {
      for (Path file : files.toList()) {
        texts.put("pitfalls/" + folder + "/" + file.getFileName(), Files.readString(file));
      }
    }
  }

  String text(String file) {
    return texts.get(file);
  }

  Outcome asWritten() throws IOException {
    return analyse(texts);
  }

  Outcome with(Map<String, String> changes) throws IOException {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    changed.putAll(changes);
    return analyse(changed);
  }

  private Outcome analyse(Map<String, String> sources) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Text(name, text)));
    List<String> options = List.of("-proc:none", "-classpath", Libraries.classPath());
    JavacTask task = (JavacTask) javac.getTask(null, manager, problems, options, null, files);
    task.parse();
    task.analyze();
    List<String> errors = new ArrayList<>();
    problems.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .forEach(each -> errors.add(each.toString()));
    if (!errors.isEmpty()) {
      return new Outcome(errors, List.of());
    }
    JavacProgram program = new JavacProgram(((BasicJavacTask) task).getContext(), errors::add);
    Analysis analysis = new Analysis(program, models.bind(program), rules, errors::add);
    List<String> types =
        program.programTypes().stream()
            .filter(type -> type.startsWith("pitfalls." + folder + "."))
            .toList();
    List<Finding> findings = analysis.findings(types);
    return new Outcome(errors, findings);
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
