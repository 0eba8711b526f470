package io.github.asynclint.cli.output;

import io.github.asynclint.engine.finding.Finding;
import java.util.Map;
import java.util.Optional;

/**
 * A finding with what a report shows of its place.
 *
 * @param path of the file as shown, with slashes: from the working directory, or the package path
 *     where there is no source
 * @param text of the file, if there is source
 * @param paths shown paths of the files that the steps name, by their source file; only real ones
 * @param fingerprint the same as long as the code around it is
 */
public record Reported(
    Finding finding,
    String path,
    Optional<String> text,
    Map<String, String> paths,
    String fingerprint) {
  public Reported {
    paths = Map.copyOf(paths);
  }

  Optional<Lines> lines() {
    return text.map(Lines::new);
  }
}
