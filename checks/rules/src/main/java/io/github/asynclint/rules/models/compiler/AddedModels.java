package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.rules.models.ModelText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What do libraries and users say besides the shipped models? A file that is wrong says so, one line for
 * each problem, and is left out; the others hold.
 */
public final class AddedModels {
  private final Set<String> contexts;
  private final List<ModelFile> files = new ArrayList<>();

  /** Files may name the threads that the shipped models name. */
  public AddedModels(ModelStore shipped) {
    this.contexts =
        shipped.files().stream()
            .flatMap(file -> file.contexts().stream())
            .map(NamedContext::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds files that were found; later ones win over earlier ones. */
  public AddedModels add(Collection<ModelText> texts, Consumer<String> problems) {
    for (ModelText text : texts) {
      ModelCompiler.Compiled compiled = ModelCompiler.compile(text.name(), text.text(), contexts);
      compiled.model().ifPresent(files::add);
      compiled.problems().stream().map(ModelProblem::toString).forEach(problems);
    }
    return this;
  }

  /** Adds a file that the user named. */
  public AddedModels add(String path, Consumer<String> problems) {
    try {
      add(List.of(new ModelText(path, Files.readString(Path.of(path)))), problems);
    } catch (IOException | InvalidPathException e) {
      problems.accept("cannot read the models " + path + ": " + reason(e));
    }
    return this;
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    return e instanceof CharacterCodingException ? "it is not UTF-8" : String.valueOf(e);
  }

  /** The added files, the weaker ones first. */
  public List<ModelFile> files() {
    return List.copyOf(files);
  }
}
