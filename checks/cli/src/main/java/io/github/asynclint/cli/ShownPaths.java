package io.github.asynclint.cli;

import java.nio.file.Path;

/** How do files read in a report? From the working directory, if they lie there. */
final class ShownPaths {
  private final Path here = Path.of("").toAbsolutePath();

  String of(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }
}
