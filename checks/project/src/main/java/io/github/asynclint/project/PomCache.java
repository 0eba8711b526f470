package io.github.asynclint.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.building.ModelCache;

/**
 * Which poms has this reading of a project met before? Its modules have the same parents and import the same
 * lists of versions.
 */
final class PomCache implements ModelCache {
  private final Map<List<Optional<String>>, Object> known = new ConcurrentHashMap<>();

  @Override
  public void put(String group, String artifact, String version, String tag, Object data) {
    known.put(key(group, artifact, version, tag), data);
  }

  /** Null where there is none, as Maven wants it. */
  @Override
  public Object get(String group, String artifact, String version, String tag) {
    return known.get(key(group, artifact, version, tag));
  }

  private static List<Optional<String>> key(
      String group, String artifact, String version, String tag) {
    return List.of(
        Optional.ofNullable(group),
        Optional.ofNullable(artifact),
        Optional.ofNullable(version),
        Optional.of(tag));
  }
}
