package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.nio.file.Path;
import java.util.List;

/**
 * Where do the sources of a module lie?
 *
 * @param path a folder, or a single file
 * @param test whether it holds tests
 */
record SourceRoot(Path path, boolean test) {
  SourceRoot {
    path = path.toAbsolutePath().normalize();
  }

  List<SourceText> read(Notes notes) {
    return SourceFolder.read(path, test, notes);
  }

  /** Whether a file at that place would be one of this root. */
  boolean holds(Path file) {
    return file.startsWith(path) && !SourceFolder.isHidden(path.relativize(file));
  }

  boolean isTest(Path file) {
    return test || SourceFolder.isTestPath(file);
  }
}
