package io.github.asynclint.rules.models.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where do a project's sources and libraries lie, as its own file says beside models? What is wrong with
 * the file is left out here: {@link ModelCompiler} tells it.
 *
 * @param sources source folders, or patterns for them
 * @param classPath jars and class folders, or patterns for jars
 * @param classPathFiles texts that some build wrote, which list jars and class folders
 */
public record ProjectKeys(List<Named> sources, List<Named> classPath, List<Named> classPathFiles) {
  /** What the file is called, at a project's root. */
  public static final String FILE = "asynclint.yaml";

  public static final String SOURCES = "sources";
  public static final String CLASS_PATH = "classpath";
  public static final String CLASS_PATH_FILE = "classpath-file";

  /** All keys that speak of the project itself. */
  public static final List<String> KEYS = List.of(SOURCES, CLASS_PATH, CLASS_PATH_FILE);

  public ProjectKeys {
    sources = List.copyOf(sources);
    classPath = List.copyOf(classPath);
    classPathFiles = List.copyOf(classPathFiles);
  }

  /** A path as it is written, and where. */
  public record Named(String key, int line, String path) {}

  /** What a text says; nothing where it is no YAML. */
  public static ProjectKeys of(String text) {
    Problems ignored = new Problems(FILE);
    return Yaml.parse(FILE, text, ignored)
        .filter(Yaml.Entries.class::isInstance)
        .map(root -> of((Yaml.Entries) root, ignored))
        .orElseGet(() -> new ProjectKeys(List.of(), List.of(), List.of()));
  }

  static ProjectKeys of(Yaml.Entries root, Problems problems) {
    return new ProjectKeys(
        paths(root, SOURCES, "[src/main/java]", problems),
        paths(root, CLASS_PATH, "[libs/*.jar]", problems),
        paths(root, CLASS_PATH_FILE, "[build/asynclint.classpath]", problems));
  }

  /** Whether nothing is said of the project. */
  public boolean isEmpty() {
    return sources.isEmpty() && classPath.isEmpty() && classPathFiles.isEmpty();
  }

  private static List<Named> paths(
      Yaml.Entries root, String key, String example, Problems problems) {
    Optional<Yaml> value = root.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<Named> paths = new ArrayList<>();
    for (Yaml each : value.get() instanceof Yaml.Items list ? list.values() : List.of(value.get())) {
      if (each instanceof Yaml.Text text && !text.value().isBlank()) {
        paths.add(new Named(key, text.line(), text.value().strip()));
      } else {
        problems.add(each.line(), key + ": a list of paths expected, such as " + example);
      }
    }
    return paths;
  }
}
