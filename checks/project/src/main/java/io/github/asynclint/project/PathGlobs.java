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
        List<Path> named = expand(base, pattern, notes);
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

  private static List<Path> expand(Path base, String pattern, Notes notes) {
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
    Path start = base.resolve(text.substring(0, fixed)).normalize();
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + text.substring(fixed));
    return SourceFolder.list(start, ".jar", notes).stream()
        .filter(file -> matcher.matches(start.relativize(file)))
        .toList();
  }
}
