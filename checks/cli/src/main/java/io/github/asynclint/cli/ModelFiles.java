package io.github.asynclint.cli;

import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.ModelText;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.rules.models.compiler.AddedModels;
import io.github.asynclint.rules.models.compiler.ProjectKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is known of libraries: shipped, brought by the class path, and by the user. */
final class ModelFiles {
  private final ModelStore shipped = ShippedModels.load();
  private final List<ModelFile> users;

  /** A file that is wrong makes the run unusable: the user wrote it for this. */
  ModelFiles(List<Path> projects, List<Path> given) {
    List<String> problems = new ArrayList<>();
    AddedModels models = new AddedModels(shipped);
    for (Path project : projects) {
      Path file = project.resolve(ProjectKeys.FILE);
      if (Files.isRegularFile(file)) {
        models.add(file.toString(), problems::add);
      }
    }
    given.forEach(file -> models.add(file.toString(), problems::add));
    if (!problems.isEmpty()) {
      throw new UnusableInput(String.join("\n", problems));
    }
    users = models.files();
  }

  /** All models for a program over that class path; what is wrong in a library's file is noted. */
  ModelStore over(List<Path> classPath, Notes notes) {
    AddedModels models = new AddedModels(shipped);
    classPath.forEach(entry -> models.add(ModelText.broughtBy(entry), notes::note));
    return shipped.with(models.files()).with(users);
  }
}
