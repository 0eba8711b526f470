package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.compiler.ProjectKeys;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * What do the paths of the command line stand for?
 *
 * @param units the programs to analyse
 * @param projects roots of projects, where a project's own model file lies
 */
public record Inputs(List<UnitPlan> units, List<Path> projects) {
  public Inputs {
    units = List.copyOf(units);
    projects = List.copyOf(projects);
  }

  /** As {@link #of(List, List, OptionalInt, Notes, Notes)}, for one reader of all lines. */
  public static Inputs of(
      List<Path> paths, List<Path> classPath, OptionalInt release, Notes notes) {
    return of(paths, classPath, release, notes, notes);
  }

  /**
   * Sorts the paths by kind; one line to {@code notes} for each that cannot be used.
   *
   * @param release the Java release that the code is compiled for, if the user says it
   * @param wrong told what a project's own file names in vain
   */
  public static Inputs of(
      List<Path> paths, List<Path> classPath, OptionalInt release, Notes wrong, Notes notes) {
    List<SourceModule> modules = new ArrayList<>();
    List<Path> classRoots = new ArrayList<>();
    List<Path> projects = new ArrayList<>();
    for (Path given : paths) {
      Path path =
          given.endsWith("pom.xml") || given.endsWith(ProjectKeys.FILE)
              ? given.toAbsolutePath().getParent()
              : given;
      Optional<String> problem = problem(path);
      if (problem.isPresent()) {
        notes.note(problem.get());
      } else if (isJar(path)) {
        classRoots.add(path);
      } else {
        List<SourceModule> sources = modules(path, classPath, release, wrong, notes);
        modules.addAll(sources);
        if (!sources.isEmpty() || isProject(path)) {
          if (Files.isDirectory(path)) {
            projects.add(path);
          }
        } else if (!SourceFolder.list(path, ".class", notes).isEmpty()) {
          classRoots.add(path);
        } else {
          notes.note("no Java sources or class files in " + path);
        }
      }
    }
    List<UnitPlan> units = new ArrayList<>(SourcePlan.of(modules));
    if (!classRoots.isEmpty()) {
      units.add(new ClassPlan(classRoots, classPath, release));
    }
    return new Inputs(units, projects);
  }

  /** Whether a folder says itself where its sources are, so that nobody need look around in it. */
  private static boolean isProject(Path folder) {
    return isMaven(folder) || ProjectFile.namesSources(folder);
  }

  private static boolean isMaven(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  private static List<SourceModule> modules(
      Path path, List<Path> given, OptionalInt release, Notes wrong, Notes notes) {
    ProjectFile file = ProjectFile.of(path, wrong, notes);
    List<Path> classPath = new ArrayList<>(given);
    classPath.addAll(file.classPath());
    OptionalInt running =
        release.isPresent() ? release : OptionalInt.of(Runtime.version().feature());
    List<SourceModule> modules = new ArrayList<>();
    if (isMaven(path)) {
      MavenProject.modules(path, notes)
          .forEach(each -> modules.add(each.with(classPath, release)));
      OptionalInt told = modules.isEmpty() ? running : modules.get(0).release();
      modules.addAll(file.modules(classPath, told));
    } else if (file.hasSources()) {
      modules.addAll(file.modules(classPath, running));
    } else {
      List<SourceText> sources = SourceFolder.read(path, false, notes);
      if (!sources.isEmpty()) {
        modules.add(
            new SourceModule(List.of(new SourceRoot(path, false)), sources, classPath, running));
      }
    }
    return modules;
  }

  /** The programs of sources among these, opened to stay while their files change. */
  public List<LiveUnit> live(Notes notes) {
    return units.stream()
        .filter(SourcePlan.class::isInstance)
        .map(plan -> ((SourcePlan) plan).live(notes))
        .toList();
  }

  /** The entries of a class path; one line to {@code notes} for each that is missing. */
  public static List<Path> classPath(String text, Notes notes) {
    List<Path> entries = new ArrayList<>();
    for (String part : text.split(Pattern.quote(File.pathSeparator))) {
      if (part.isBlank()) {
        continue;
      }
      Optional<Path> entry = path(part);
      if (entry.isEmpty() || !Files.exists(entry.get())) {
        notes.note("not found on the class path: " + part);
      } else if (Files.isRegularFile(entry.get()) && !isZip(entry.get())) {
        notes.note("not a jar on the class path: " + part);
      } else {
        entries.add(entry.get());
      }
    }
    return entries;
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> problem(Path path) {
    if (!Files.exists(path)) {
      return Optional.of("no such file or folder: " + path);
    }
    if (!Files.isReadable(path)) {
      return Optional.of("cannot read " + path + ": access denied");
    }
    if (isJar(path)) {
      return isZip(path) ? Optional.empty() : Optional.of("not a jar: " + path);
    }
    boolean known = Files.isDirectory(path) || path.toString().endsWith(".java");
    return known
        ? Optional.empty()
        : Optional.of("neither a source file, a jar nor a folder: " + path);
  }

  private static boolean isJar(Path path) {
    return Files.isRegularFile(path) && path.toString().endsWith(".jar");
  }

  static boolean isZip(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.size() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
