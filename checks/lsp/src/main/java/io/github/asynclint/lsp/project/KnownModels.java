package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.ModelText;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.rules.models.compiler.AddedModels;
import io.github.asynclint.rules.models.compiler.ProjectKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What is known of libraries: shipped, brought by a class path, and by a project's own file. */
final class KnownModels {
  private final ModelStore shipped = ShippedModels.load();

  /**
   * All models for a program. A file that is wrong is left out while it is wrong.
   *
   * @param projects folders that may hold the project's file
   * @param wrong told what is wrong in a file of the user's; that of a library is a note
   */
  ModelStore over(
      List<Path> projects, List<Path> classPath, Consumer<String> wrong, Notes notes) {
    AddedModels brought = new AddedModels(shipped);
    classPath.forEach(entry -> brought.add(ModelText.broughtBy(entry), notes::note));
    AddedModels users = new AddedModels(shipped);
    for (Path project : projects) {
      Path file = project.resolve(ProjectKeys.FILE);
      if (Files.isRegularFile(file)) {
        users.add(file.toString(), wrong);
      }
    }
    return shipped.with(brought.files()).with(users.files());
  }
}
