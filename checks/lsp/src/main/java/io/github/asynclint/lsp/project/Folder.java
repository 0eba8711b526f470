package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.LiveUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A folder of the workspace: the programs that its sources are. */
final class Folder implements AutoCloseable {
  private final Path root;
  private final List<OpenProgram> programs;

  private Folder(Path root, List<OpenProgram> programs) {
    this.root = root;
    this.programs = List.copyOf(programs);
  }

  /** Reads what the folder holds; what is wrong with it is told, and the rest is there. */
  static Folder open(
      Path root, List<Path> classPath, KnownModels models, Consumer<String> wrong, Notes notes) {
    List<OpenProgram> programs = new ArrayList<>();
    for (Path project : ProjectRoots.in(root)) {
      Inputs inputs = Inputs.of(List.of(project), classPath, OptionalInt.empty(), wrong::accept, notes);
      for (LiveUnit unit : inputs.live(notes)) {
        ModelStore known = models.over(inputs.projects(), unit.modelPath(), wrong, notes);
        programs.add(new OpenProgram(unit, known, notes));
      }
    }
    return new Folder(root, programs);
  }

  Path root() {
    return root;
  }

  List<OpenProgram> programs() {
    return programs;
  }

  /** The program that has the file. */
  Optional<OpenProgram> holder(Path file) {
    return programs.stream().filter(each -> each.has(file)).findFirst();
  }

  /** The program that has the file, or that would if it were on disk. */
  Optional<OpenProgram> program(Path file) {
    return holder(file)
        .or(() -> programs.stream().filter(each -> each.wouldHave(file)).findFirst());
  }

  @Override
  public void close() {
    programs.forEach(OpenProgram::close);
  }
}
