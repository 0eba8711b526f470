package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which jars and folders does a pattern like {@code libs/*.jar} or {@code ~/cache/**.jar} name? */
public final class PathGlobs {
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  private PathGlobs() {}

  /** What the patterns name, each once, in their order; one line to {@code notes} for each in vain. */
  public static List<Path> expand(Path base, List<String> patterns, Notes notes) {
    Set<Path> found = new LinkedHashSet<>();
    for (String pattern : patterns) {
      try {
        List<Path> named = jars(base, pattern, notes);
        if (named.isEmpty()) {
          notes.note("nothing is called " + pattern + " in " + base);
        }
        found.addAll(named);
      } catch (InvalidPathException | PatternSyntaxException e) {
        notes.note("not a pattern for paths: " + pattern);
      }
    }
    return List.copyOf(found);
  }

  /** A path, or the jars that a pattern names. */
  static List<Path> jars(Path base, String pattern, Notes notes) {
    return named(base, pattern, start -> SourceFolder.list(start, ".jar", notes));
  }

  /** A path, or the files that a pattern names. */
  static List<Path> files(Path base, String pattern, Notes notes) {
    return named(base, pattern, start -> SourceFolder.list(start, "", notes));
  }

  /** A path, or the folders that a pattern names. */
  static List<Path> folders(Path base, String pattern, Notes notes) {
    return named(base, pattern, start -> SourceFolder.folders(start, notes));
  }

  /** What could be meant below a folder. */
  private interface Candidates {
    List<Path> below(Path folder);
  }

  private static List<Path> named(Path base, String pattern, Candidates candidates) {
    String slashes = pattern.replace('\\', '/');
    String text =
        slashes.startsWith("~/")
            ? System.getProperty("user.home").replace('\\', '/') + slashes.substring(1)
            : slashes;
    Matcher glob = GLOB.matcher(text);
    if (!glob.find()) {
      Path path = base.resolve(text).normalize();
      return Files.exists(path) ? List.of(path) : List.of();
    }
    int fixed = text.lastIndexOf('/', glob.start()) + 1;
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + text.substring(fixed));
    Path start = base.resolve(text.substring(0, fixed)).normalize();
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    return candidates.below(start).stream()
        .filter(path -> matcher.matches(start.relativize(path)))
        .toList();
  }
}
