package pitfalls.blockingcallinasynccontext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who did what? `append` waits for the disk, `note` only remembers. */
public final class AuditLog {
  private final Path file;
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  public AuditLog(Path file) {
    this.file = file;
  }

  public void append(String entry) {
    write(entry + System.lineSeparator());
  }

  public void note(String entry) {
    notes.add(entry);
  }

  public static String lastEntry(Path file) {
    try {
      var lines = Files.readAllLines(file);
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
