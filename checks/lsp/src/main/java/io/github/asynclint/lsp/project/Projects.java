package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.LiveUnit;
import io.github.asynclint.project.PathGlobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which program is a file of, and what does it say now? A workspace's folders, and the files outside of
 * them, each alone. Folders are read when they are first asked for. For the worker's thread only.
 */
public final class Projects {
  private final KnownModels models = new KnownModels();
  private final Map<Path, Optional<Folder>> folders = new LinkedHashMap<>();
  private final Map<Path, String> buffers = new TreeMap<>();
  private final Map<Path, OpenProgram> alone = new TreeMap<>();
  private final Consumer<String> wrong;
  private final Notes notes;
  private RuleSelection rules;
  private List<String> classPath = List.of();

  /** @param wrong told what is wrong in the user's own files */
  public Projects(RuleSelection rules, Consumer<String> wrong, Notes notes) {
    this.rules = rules;
    this.wrong = wrong;
    this.notes = notes;
  }

  public void rules(RuleSelection chosen) {
    rules = chosen;
    programs().forEach(OpenProgram::forget);
  }

  /** Another class path for all that does not tell its own. */
  public void classPath(List<String> entries) {
    if (!entries.equals(classPath)) {
      classPath = List.copyOf(entries);
      reload();
    }
  }

  public void add(Path folder) {
    folders.putIfAbsent(folder.normalize(), Optional.empty());
    reloadAlone();
  }

  public void remove(Path folder) {
    Optional.ofNullable(folders.remove(folder.normalize()))
        .flatMap(each -> each)
        .ifPresent(Folder::close);
    reloadAlone();
  }

  /** Reads everything again when it is next asked for. */
  public void reload() {
    folders.keySet().forEach(this::forget);
    reloadAlone();
  }

  /** Reads the folders again that hold a file, or all for a file that lies outside. */
  public void reload(Path file) {
    List<Path> around = around(file);
    if (around.isEmpty()) {
      reload();
    } else {
      around.forEach(this::forget);
    }
  }

  /**
   * The folders that a file lies in, the outermost first: an editor may name a project and its modules, and
   * a module by itself does not know the others.
   */
  private List<Path> around(Path file) {
    return folders.keySet().stream()
        .filter(file::startsWith)
        .sorted(Comparator.comparingInt(Path::getNameCount))
        .toList();
  }

  private void forget(Path root) {
    folders.put(root, Optional.empty()).ifPresent(Folder::close);
  }

  private void reloadAlone() {
    alone.values().forEach(OpenProgram::close);
    alone.clear();
  }

  /** Whether a folder waits to be read before the file can be looked at. */
  public Optional<Path> unread(Path file) {
    for (Path root : around(file)) {
      Optional<Folder> folder = folders.get(root);
      if (folder.isEmpty()) {
        return Optional.of(root);
      }
      if (folder.get().holder(file).isPresent()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The editor has the file: what it holds counts, not what is on disk. */
  public void edit(Path file, String text) {
    buffers.put(file, text);
    put(file, text);
  }

  /** The editor closed the file: what is on disk counts again. */
  public void closed(Path file) {
    buffers.remove(file);
    Optional.ofNullable(alone.remove(file)).ifPresent(OpenProgram::close);
    refresh(file);
  }

  /** A file was made, changed or deleted on disk; false if that changes nothing. */
  public boolean refresh(Path file) {
    if (buffers.containsKey(file)) {
      return false;
    }
    try {
      put(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      folders.values().stream()
          .flatMap(Optional::stream)
          .flatMap(folder -> folder.programs().stream())
          .forEach(program -> program.remove(file));
    }
    return true;
  }

  private void put(Path file, String text) {
    Optional.ofNullable(alone.get(file)).ifPresent(program -> program.put(file, text));
    for (Optional<Folder> folder : folders.values()) {
      folder.flatMap(each -> each.program(file)).ifPresent(program -> program.put(file, text));
    }
  }

  /** What there is to ask about a file that the editor has. */
  public View view(Path file) {
    for (Path root : around(file)) {
      Optional<OpenProgram> program = folder(root).holder(file);
      if (program.isPresent()) {
        return program.get().view(file, rules);
      }
    }
    return alone.computeIfAbsent(file, this::openAlone).view(file, rules);
  }

  /**
   * What there is to ask about a file by itself, in a program that was not asked about so far: the first
   * look at one has many files to read. Empty for a file that is alone anyway.
   */
  public Optional<View> glance(Path file) {
    return around(file).stream()
        .flatMap(root -> folder(root).holder(file).stream())
        .findFirst()
        .flatMap(program -> program.glance(file, rules));
  }

  /** Whether a program that was asked about may have files that no question has led to. */
  public boolean hasMore() {
    return programs().stream().anyMatch(OpenProgram::hasMore);
  }

  /** Looks at one such file; true if more may be found from now on, as it was the last of its program. */
  public boolean lookAtOneMore() {
    return programs().stream()
        .filter(OpenProgram::hasMore)
        .findFirst()
        .map(OpenProgram::lookAtOneMore)
        .orElse(false);
  }

  private OpenProgram openAlone(Path file) {
    List<Path> libraries = PathGlobs.expand(file.getParent(), classPath, notes);
    return new OpenProgram(
        LiveUnit.alone(file, buffers.getOrDefault(file, ""), libraries, notes),
        models.over(List.of(), libraries, wrong, notes),
        notes);
  }

  private Folder folder(Path root) {
    Optional<Folder> known = folders.get(root);
    if (known.isPresent()) {
      return known.get();
    }
    Folder folder = Folder.open(root, PathGlobs.expand(root, classPath, notes), models, wrong, notes);
    folders.put(root, Optional.of(folder));
    buffers.forEach(
        (file, text) -> {
          if (file.startsWith(root)) {
            folder.program(file).ifPresent(program -> program.put(file, text));
          }
        });
    return folder;
  }

  private List<OpenProgram> programs() {
    List<OpenProgram> all = new ArrayList<>(alone.values());
    folders.values().stream()
        .flatMap(Optional::stream)
        .forEach(folder -> all.addAll(folder.programs()));
    return all;
  }
}
