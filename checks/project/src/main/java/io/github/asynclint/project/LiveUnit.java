package io.github.asynclint.project;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.EditedSources;
import io.github.asynclint.source.SourceInput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Sources that are one program, kept open while their text changes. Not safe for several threads.
 */
public final class LiveUnit implements AutoCloseable {
  private final List<SourceRoot> roots;
  private final List<Path> modelPath;
  private final OptionalInt release;
  private final Map<Path, SourceText> own = new TreeMap<>();
  private final Map<String, SourceText> files = new HashMap<>();
  private final Set<String> tests = new TreeSet<>();
  private final ClassPath classPath;
  private final Program libraries;
  private final Notes notes;
  private final List<SourceText> around;

  /** Made when the program is first asked about: that scans all texts, and a file by itself can do without. */
  private Optional<EditedSources> sources = Optional.empty();

  /**
   * Opens the class path, which stays open until this is closed.
   *
   * @param own those whose findings are wanted
   * @param around the rest of the program
   */
  LiveUnit(
      List<SourceRoot> roots,
      List<SourceText> own,
      List<SourceText> around,
      List<Path> modelPath,
      OptionalInt release,
      Notes notes) {
    this.roots = List.copyOf(roots);
    this.modelPath = List.copyOf(modelPath);
    this.release = release;
    own.forEach(file -> this.own.put(id(file.path()), file));
    own.forEach(this::know);
    around.forEach(this::know);
    this.around = List.copyOf(around);
    this.classPath = ClassPath.open(List.of(), modelPath, notes);
    this.libraries = BytecodeProgram.of(classPath, notes);
    this.notes = notes;
  }

  /** One file with nothing around it but libraries. */
  public static LiveUnit alone(Path file, String text, List<Path> classPath, Notes notes) {
    return new LiveUnit(
        List.of(),
        List.of(SourceText.of(file, text, SourceFolder.isTestPath(file))),
        List.of(),
        classPath,
        OptionalInt.of(Runtime.version().feature()),
        notes);
  }

  private EditedSources sources() {
    if (sources.isEmpty()) {
      List<SourceInput> inputs =
          Stream.concat(own.values().stream(), around.stream()).map(LiveUnit::input).toList();
      sources = Optional.of(EditedSources.of(inputs, classPath::bytes, libraries, notes));
    }
    return sources.get();
  }

  private static Path id(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static SourceInput input(SourceText file) {
    return new SourceInput(id(file.path()).toString(), file::text);
  }

  private void know(SourceText file) {
    files.put(file.key(), file);
    if (file.test()) {
      tests.add(file.key());
    }
  }

  /** Whether the file is one of those whose findings are wanted. */
  public boolean has(Path file) {
    return own.containsKey(id(file));
  }

  /** Whether a file that is new there would be part of this program. */
  public boolean wouldHave(Path file) {
    return !file.endsWith("module-info.java")
        && roots.stream().anyMatch(root -> root.holds(id(file)));
  }

  /** Files whose findings are wanted, by path. */
  public Set<Path> ownFiles() {
    return Set.copyOf(own.keySet());
  }

  /** Gives a file a text, which need not be the one on disk; false if another file is in its place. */
  public boolean put(Path file, String text) {
    Path path = id(file);
    boolean test =
        roots.stream().filter(root -> root.holds(path)).anyMatch(root -> root.isTest(path));
    SourceText now = SourceText.of(path, text, test || SourceFolder.isTestPath(path));
    SourceText there = files.get(now.key());
    if (there != null && !id(there.path()).equals(path) && !now.key().endsWith("package-info.java")) {
      return false;
    }
    forget(path);
    own.put(path, now);
    know(now);
    sources.ifPresent(each -> each.put(input(now)));
    return true;
  }

  /** Forgets a file that is no more. */
  public void remove(Path file) {
    if (forget(id(file))) {
      sources.ifPresent(each -> each.remove(id(file).toString()));
    }
  }

  private boolean forget(Path path) {
    SourceText before = own.remove(path);
    if (before == null) {
      return false;
    }
    files.remove(before.key(), before);
    tests.remove(before.key());
    return true;
  }

  /** The program as of now; the types are those that the file declares. */
  public Unit unit(Path file) {
    Optional<Set<String>> wanted =
        Optional.of(
            Optional.ofNullable(own.get(id(file)))
                .map(text -> Set.of(text.key()))
                .orElse(Set.of()));
    return Unit.of(
        sources().program(), sources().types(id(file).toString()), wanted, files, tests, release);
  }

  /** A file by itself with the program's libraries, if all of it can be parsed: little to read. */
  public Optional<Unit> alone(Path file) {
    SourceText text = own.get(id(file));
    if (text == null) {
      return Optional.empty();
    }
    EditedSources it =
        EditedSources.partOf(List.of(input(text)), classPath::bytes, libraries, notes);
    String name = id(file).toString();
    return it.isWhole(name)
        ? Optional.of(
            Unit.of(
                it.program(),
                it.types(name),
                Optional.of(Set.of(text.key())),
                Map.of(text.key(), text),
                text.test() ? Set.of(text.key()) : Set.of(),
                release))
        : Optional.empty();
  }

  /** As {@link EditedSources#lookAtOneMore}. */
  public boolean lookAtOneMore() {
    return sources().lookAtOneMore();
  }

  /** Whether all of a file's text can be parsed. */
  public boolean isWhole(Path file) {
    return sources().isWhole(id(file).toString());
  }

  /** Jars and folders that the program is compiled against, which may bring models. */
  public List<Path> modelPath() {
    return modelPath;
  }

  @Override
  public void close() {
    classPath.close();
  }
}
