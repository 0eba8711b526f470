package io.github.asynclint.errorprone.host;

import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import io.github.asynclint.rules.models.compiler.ModelProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What does the user know of libraries? The model files of an option; they and the parser that reads them
 * are loaded only if it is given.
 */
final class UserModels {
  /** {@code -XepOpt:asynclint:Models=path,path}. */
  static final String OPTION = "asynclint:Models";

  private UserModels() {}

  /** A file that is wrong makes the run unusable: the user wrote it for this. */
  static ModelStore with(ModelStore shipped, String paths) {
    Set<String> contexts =
        shipped.files().stream()
            .flatMap(file -> file.contexts().stream())
            .map(NamedContext::name)
            .collect(Collectors.toCollection(TreeSet::new));
    List<ModelFile> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String path : paths.split(",")) {
      try {
        ModelCompiler.Compiled compiled =
            ModelCompiler.compile(path, Files.readString(Path.of(path)), contexts);
        compiled.model().ifPresent(files::add);
        compiled.problems().stream().map(ModelProblem::toString).forEach(problems::add);
      } catch (IOException | InvalidPathException e) {
        problems.add("cannot read the models " + path + ": " + e);
      }
    }
    if (!problems.isEmpty()) {
      throw new Unusable(problems);
    }
    return shipped.with(files);
  }

  /** Says what is wrong with model files. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    Unusable(List<String> problems) {
      super(String.join("; ", problems));
      this.problems = new ArrayList<>(problems);
    }

    List<String> problems() {
      return List.copyOf(problems);
    }
  }
}
