package io.github.asynclint.harness.pitfalls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.errorprone.JavacProgram;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What does javac make of source texts: attributed trees, errors, and in the end class files? */
final class Compilation {
  private final JavacTask task;
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  private final Memory memory;
  private final List<CompilationUnitTree> units = new ArrayList<>();

  /** Parses and attributes all sources, as far as they can be. */
  Compilation(Sources sources, List<Path> libraries) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    memory = new Memory(compiler.getStandardFileManager(diagnostics, null, null));
    String classPath =
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        List.of("-proc:none", "-g", "--release", "17", "-Xmaxerrs", "100000", "-cp", classPath);
    List<JavaFileObject> files = new ArrayList<>();
    sources.texts().forEach((name, text) -> files.add(new Text(name, text)));
    task = (JavacTask) compiler.getTask(null, memory, diagnostics, options, null, files);
    try {
      task.parse().forEach(units::add);
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A task that can parse the sources and do no more. */
  static JavacTask parser(Sources sources) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.texts().forEach((name, text) -> files.add(new Text(name, text)));
    return (JavacTask)
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, List.of("-proc:none"), null, files);
  }

  JavacTask task() {
    return task;
  }

  List<CompilationUnitTree> units() {
    return List.copyOf(units);
  }

  /** The file's name as in {@link Sources}. */
  static String name(FileObject file) {
    return file.toUri().getPath().substring(1);
  }

  List<Diagnostic<? extends JavaFileObject>> errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  /** The facts of the attributed trees; to be asked before {@link #classFiles()}. */
  JavacProgram program(Notes notes) {
    return new JavacProgram(((BasicJavacTask) task).getContext(), notes);
  }

  /** The compiled classes by binary name. */
  SortedMap<String, byte[]> classFiles() {
    try {
      task.generate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    memory.written.forEach((name, bytes) -> files.put(name, bytes.toByteArray()));
    return files;
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    Memory(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          written.put(className, bytes);
          return bytes;
        }
      };
    }
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
