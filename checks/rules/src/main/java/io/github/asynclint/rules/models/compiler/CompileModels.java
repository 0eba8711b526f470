package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compiles a folder of model files into one resource; the build of this module runs it. */
public final class CompileModels {
  private CompileModels() {}

  /** Arguments: the folder with the YAML files, the file to write. */
  public static void main(String[] args) throws IOException {
    String compiled = ModelFormat.write(compile(Path.of(args[0])));
    Path target = Path.of(args[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, compiled);
  }

  /** All files of a folder in the order of their names; throws with every problem of every file. */
  public static List<ModelFile> compile(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.list(folder)) {
      sources = all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
    Set<String> contexts = new TreeSet<>();
    for (Path source : sources) {
      contexts.addAll(
          ModelCompiler.contextNames(source.toString(), Files.readString(source)));
    }
    List<ModelFile> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path source : sources) {
      ModelCompiler.Compiled compiled =
          ModelCompiler.compile(
              source.getFileName().toString(), Files.readString(source), contexts);
      compiled.model().ifPresent(files::add);
      compiled.problems().forEach(problem -> problems.add(problem.toString()));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("models\n" + String.join("\n", problems));
    }
    return files;
  }
}
