package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.compiler.ProjectKeys;
import io.github.asynclint.rules.models.compiler.ProjectKeys.Named;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where do the sources and the libraries of a project lie that has an {@code asynclint.yaml}? For Gradle
 * and plain folders, and for what a pom does not tell. Paths are relative to the file.
 */
public final class ProjectFile {
  private static final Pattern SEPARATORS = Pattern.compile("[\\r\\n" + File.pathSeparator + "]+");

  private final Path file;
  private final Path folder;
  private final ProjectKeys keys;
  private final Notes wrong;
  private final Notes notes;

  private ProjectFile(Path file, ProjectKeys keys, Notes wrong, Notes notes) {
    this.file = file;
    this.folder = file.toAbsolutePath().normalize().getParent();
    this.keys = keys;
    this.wrong = wrong;
    this.notes = notes;
  }

  /**
   * The file of a folder, as far as it can be understood; what cannot is told where its models are read.
   *
   * @param wrong told what the file names in vain
   */
  static ProjectFile of(Path folder, Notes wrong, Notes notes) {
    Path file = folder.resolve(ProjectKeys.FILE);
    return new ProjectFile(file, keys(file), wrong, notes);
  }

  /** Whether a folder has a file that says where sources or libraries lie. */
  public static boolean isIn(Path folder) {
    return !keys(folder.resolve(ProjectKeys.FILE)).isEmpty();
  }

  private static ProjectKeys keys(Path file) {
    try {
      return ProjectKeys.of(Files.isRegularFile(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      return ProjectKeys.of("");
    }
  }

  boolean hasSources() {
    return !keys.sources().isEmpty();
  }

  /** Whether a folder has a file that says where the sources lie. */
  static boolean namesSources(Path folder) {
    return !keys(folder.resolve(ProjectKeys.FILE)).sources().isEmpty();
  }

  /** A module for each source folder, as two services of a project may have classes of one name. */
  List<SourceModule> modules(List<Path> classPath, OptionalInt release) {
    List<SourceModule> modules = new ArrayList<>();
    Set<Path> read = new HashSet<>();
    for (Named named : keys.sources()) {
      for (Path path : paths(named, base -> PathGlobs.folders(base, named.path(), notes))) {
        SourceRoot root = new SourceRoot(path, false);
        List<SourceText> sources =
            root.read(notes).stream().filter(each -> read.add(each.path())).toList();
        modules.add(new SourceModule(List.of(root), sources, classPath, release));
      }
    }
    if (hasSources() && read.isEmpty()) {
      notes.note("no Java sources where " + file + " says that they are");
    }
    return modules;
  }

  /** Jars and class folders, each once. */
  List<Path> classPath() {
    Set<Path> entries = new LinkedHashSet<>();
    for (Named named : keys.classPath()) {
      for (Path path : paths(named, base -> PathGlobs.jars(base, named.path(), notes))) {
        if (Files.isDirectory(path) || Inputs.isZip(path)) {
          entries.add(path);
        } else {
          tell(named, path + " is not a jar; name jars, class folders or patterns for jars");
        }
      }
    }
    for (Named named : keys.classPathFiles()) {
      paths(named, base -> PathGlobs.files(base, named.path(), notes))
          .forEach(list -> entries.addAll(listed(named, list)));
    }
    return List.copyOf(entries);
  }

  /**
   * What a build wrote. Folders may be missing, as a module without resources has none; so may what this
   * very project is built to, as its sources are here.
   */
  private List<Path> listed(Named named, Path list) {
    List<Path> entries = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
      for (String part : SEPARATORS.split(text.strip())) {
        Optional<Path> entry = entry(part.strip());
        if (entry.isPresent()) {
          entries.add(entry.get());
        } else if (isMissed(part.strip())) {
          missing.add(part.strip());
        }
      }
    } catch (IOException e) {
      tell(named, "cannot read " + list + ": " + Reason.of(e));
    }
    if (!missing.isEmpty()) {
      tell(
          named,
          "%s lists %d jar%s not there (%s%s); let the build write it again"
              .formatted(
                  list,
                  missing.size(),
                  missing.size() == 1 ? " that is" : "s that are",
                  missing.get(0),
                  missing.size() == 1 ? "" : ", ..."));
    }
    return entries;
  }

  private Optional<Path> entry(String text) {
    return text.isEmpty()
        ? Optional.empty()
        : path(text).filter(path -> Files.isDirectory(path) || Inputs.isZip(path));
  }

  private boolean isMissed(String text) {
    return text.endsWith(".jar") && path(text).filter(path -> path.startsWith(folder)).isEmpty();
  }

  private Optional<Path> path(String text) {
    try {
      return Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Finds what a key's entry stands for. */
  private interface Search {
    List<Path> in(Path base);
  }

  private List<Path> paths(Named named, Search search) {
    try {
      List<Path> found = search.in(folder);
      if (found.isEmpty()) {
        tell(
            named,
            "nothing is called "
                + named.path()
                + " in "
                + folder
                + "; "
                + switch (named.key()) {
                  case ProjectKeys.SOURCES -> "name source folders, relative to this file";
                  case ProjectKeys.CLASS_PATH ->
                      "name jars, class folders or patterns for jars, relative to this file";
                  default -> "run the build that writes it, or correct the path";
                });
      }
      return found;
    } catch (InvalidPathException | PatternSyntaxException e) {
      tell(named, "'" + named.path() + "' is no path and no pattern for paths");
      return List.of();
    }
  }

  private void tell(Named named, String problem) {
    wrong.note(file + ":" + named.line() + ": " + named.key() + ": " + problem);
  }
}
