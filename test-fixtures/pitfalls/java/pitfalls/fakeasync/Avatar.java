package pitfalls.fakeasync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What does the user look like? The constructor from a path reads the file. */
final class Avatar {
  private final byte[] image;

  Avatar(Path file) {
    this.image = read(file);
  }

  Avatar(byte[] image) {
    this.image = image.clone();
  }

  int size() {
    return image.length;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
