package io.github.asynclint.cli.output;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Which URI does a shown path have? Relative ones stay relative. */
final class Uris {
  private Uris() {}

  static String of(String path) {
    Path file = Path.of(path);
    if (file.isAbsolute()) {
      return file.toUri().toASCIIString();
    }
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
