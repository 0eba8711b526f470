package io.github.asynclint.source;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.types.ClassBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is the program while its files are being typed in: an editor's buffers over the files of a
 * workspace?
 *
 * <p>Not safe for use by several threads.
 */
public final class EditedSources {
  private final Map<String, SourceInput> files = new TreeMap<>();
  private final ClassBytes bytes;
  private final Program libraries;
  private final Notes notes;
  private Optional<Program> current = Optional.empty();

  private EditedSources(ClassBytes bytes, Program libraries, Notes notes) {
    this.bytes = bytes;
    this.libraries = libraries;
    this.notes = notes;
  }

  /**
   * The files as they are to begin with; no file is read before it is needed.
   *
   * @param bytes class files of the libraries and the platform, for the resolution of names
   * @param libraries facts of the same, for everything that is not in the sources
   */
  public static EditedSources of(
      List<SourceInput> files, ClassBytes bytes, Program libraries, Notes notes) {
    EditedSources sources = new EditedSources(bytes, libraries, notes);
    files.forEach(sources::put);
    return sources;
  }

  /** A new file, or another text of the file with that name. */
  public void put(SourceInput file) {
    files.put(file.name(), file);
    current = Optional.empty();
  }

  /** The file is gone. */
  public void remove(String name) {
    if (files.remove(name) != null) {
      current = Optional.empty();
    }
  }

  /**
   * The program as of now, the same one until something changes. One that was given before must not be
   * asked again.
   *
   * <p>A method that cannot be parsed has no code while the others of its file keep theirs; a file of
   * which nothing can be parsed declares nothing. Both are noted.
   */
  public Program program() {
    if (current.isEmpty()) {
      current =
          Optional.of(SourceProgram.of(List.copyOf(files.values()), bytes, libraries, notes));
    }
    return current.get();
  }

  /** Whether all of a file's text can be parsed: not so while a method in it is half typed. */
  public boolean isWhole(String name) {
    return unit(name).map(SourceUnit::isWhole).orElse(false);
  }

  /** Binary names of the classes of the program that a file declares, nested and local ones too. */
  public List<String> types(String name) {
    List<String> outermost =
        unit(name)
            .map(
                unit -> {
                  String prefix = unit.packageName().isEmpty() ? "" : unit.packageName() + ".";
                  return unit.tree().getTypes().stream()
                      .map(type -> prefix + type.getNameAsString())
                      .toList();
                })
            .orElse(List.of());
    return program().programTypes().stream()
        .filter(
            type ->
                outermost.stream()
                    .anyMatch(outer -> type.equals(outer) || type.startsWith(outer + "$")))
        .toList();
  }

  private Optional<SourceUnit> unit(String name) {
    return Optional.ofNullable(files.get(name))
        .flatMap(file -> SourceUnit.parse(file, Notes.IGNORE));
  }
}
