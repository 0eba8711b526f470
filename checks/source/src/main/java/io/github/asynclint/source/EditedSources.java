package io.github.asynclint.source;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.types.ClassBytes;
import java.util.List;
import java.util.Optional;

/**
 * What is the program while its files are being typed in: an editor's buffers over the files of a
 * workspace?
 *
 * <p>A text is read for its words when it is put, and parsed when a question leads to it. After an edit
 * that changes nothing that other files can see, only the edited file is read again. Not safe for use by
 * several threads.
 */
public final class EditedSources {
  private final Workspace workspace;
  private final Program libraries;
  private final Notes notes;
  private final Subtypes subtypes;
  private final boolean isPart;
  private Optional<EditedProgram> current = Optional.empty();

  private EditedSources(
      ClassBytes bytes, Program libraries, Notes notes, boolean isPart) {
    this.workspace = new Workspace(bytes, notes);
    this.libraries = libraries;
    this.notes = notes;
    this.isPart = isPart;
    this.subtypes = new Subtypes(workspace, libraries);
  }

  /**
   * The files as they are to begin with.
   *
   * @param bytes class files of the libraries and the platform, for the resolution of names
   * @param libraries facts of the same, for everything that is not in the sources
   */
  public static EditedSources of(
      List<SourceInput> files, ClassBytes bytes, Program libraries, Notes notes) {
    return of(files, new EditedSources(bytes, libraries, notes, false));
  }

  /** Some files of a program, of which nothing is to be said that depends on reading the others. */
  public static EditedSources partOf(
      List<SourceInput> files, ClassBytes bytes, Program libraries, Notes notes) {
    return of(files, new EditedSources(bytes, libraries, notes, true));
  }

  private static EditedSources of(List<SourceInput> files, EditedSources sources) {
    sources.workspace.addAll(
        files.stream()
            .flatMap(file -> sources.read(file).map(text -> new EditedFile(file, text)).stream())
            .toList());
    return sources;
  }

  /** A new file, or another text of the file with that name. One that cannot be read is no file. */
  public void put(SourceInput file) {
    Optional<EditedFile> before = workspace.file(file.name());
    Optional<String> text = read(file);
    if (before.map(EditedFile::text).equals(text)) {
      return;
    }
    replace(before, text.map(each -> new EditedFile(file, each)));
  }

  private Optional<String> read(SourceInput file) {
    try {
      return Optional.of(file.text().get());
    } catch (RuntimeException e) {
      notes.note(file.name() + ": cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The file is gone. */
  public void remove(String name) {
    Optional<EditedFile> before = workspace.file(name);
    if (before.isPresent()) {
      replace(before, Optional.empty());
    }
  }

  private void replace(Optional<EditedFile> before, Optional<EditedFile> after) {
    workspace.replace(before, after);
    if (before.isPresent() && after.isPresent()) {
      subtypes.replace(before.get(), after.get());
    } else {
      subtypes.startOver();
    }
    current = Optional.empty();
  }

  /**
   * The program as of now, the same one until something changes. One that was given before must not be
   * asked again.
   *
   * <p>It tells with {@link Program#lookup()} where to look for what names something, so that an analysis
   * of a few types reads a few files; {@link Program#programTypes()} reads all of them. A method that
   * cannot be parsed has no code while the others of its file keep theirs; a file of which nothing can be
   * parsed declares nothing. Both are noted.
   */
  public Program program() {
    return edited();
  }

  private EditedProgram edited() {
    if (current.isEmpty()) {
      current = Optional.of(new EditedProgram(workspace, libraries, notes, subtypes, isPart));
    }
    return current.get();
  }

  /** Whether all of a file's text can be parsed: not so while a method in it is half typed. */
  public boolean isWhole(String name) {
    return workspace.file(name).flatMap(workspace::parse).map(SourceUnit::isWhole).orElse(false);
  }

  /** Binary names of the classes that the file declares, sorted: those to ask for its findings. */
  public List<String> types(String file) {
    EditedProgram program = edited();
    workspace.file(file).ifPresent(workspace::asked);
    return workspace.file(file).map(program::types).orElse(List.of());
  }

  /**
   * Looks at one more file that no question has led to. Some findings depend on every file being readable,
   * and are not made before all were looked at.
   *
   * @return false if there was none left
   */
  public boolean lookAtOneMore() {
    Optional<EditedFile> next =
        workspace.files().stream().filter(file -> file.missesBodies().isEmpty()).findFirst();
    next.ifPresent(
        file -> {
          edited().types(file);
          edited().places(file);
          // Trees that questions led to are worth more.
          workspace.drop(file);
        });
    return next.isPresent();
  }
}
