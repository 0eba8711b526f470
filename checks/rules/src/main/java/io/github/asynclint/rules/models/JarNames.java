package io.github.asynclint.rules.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * May a jar hold files with that prefix? Reads the directory at the jar's end and no more: a compiler asks for
 * every jar of its class path, where opening 210 of them takes 40 ms or, in a cold virtual machine, 100.
 */
final class JarNames {
  private static final int END_SIZE = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIZE = 46;
  private static final int ENTRY_SIGNATURE = 0x02014b50;

  private JarNames() {}

  /** Yes where it is not a jar of the plain form (with a comment, over 4 GB): somebody has to look. */
  static boolean mayStartWith(String prefix, Path jar) throws IOException {
    byte[] wanted = prefix.getBytes(StandardCharsets.US_ASCII);
    try (SeekableByteChannel file = Files.newByteChannel(jar)) {
      if (file.size() < END_SIZE) {
        return true;
      }
      ByteBuffer end = read(file, file.size() - END_SIZE, END_SIZE);
      long size = end.getInt(12) & 0xffffffffL;
      long start = end.getInt(16) & 0xffffffffL;
      if (end.getInt(0) != END_SIGNATURE || start + size != file.size() - END_SIZE) {
        return true;
      }
      return mayHold(read(file, start, Math.toIntExact(size)), wanted);
    } catch (ArithmeticException e) {
      return true;
    }
  }

  private static boolean mayHold(ByteBuffer entries, byte[] wanted) {
    int at = 0;
    while (at + ENTRY_SIZE <= entries.limit()) {
      int name = entries.getShort(at + 28) & 0xffff;
      int rest = (entries.getShort(at + 30) & 0xffff) + (entries.getShort(at + 32) & 0xffff);
      if (entries.getInt(at) != ENTRY_SIGNATURE
          || startsWith(entries, at + ENTRY_SIZE, name, wanted)) {
        return true;
      }
      at += ENTRY_SIZE + name + rest;
    }
    return at != entries.limit();
  }

  private static boolean startsWith(ByteBuffer entries, int at, int length, byte[] wanted) {
    if (length < wanted.length || at + wanted.length > entries.limit()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (entries.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static ByteBuffer read(SeekableByteChannel file, long from, int size)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // A channel may give less than it was asked for.
    }
    return bytes.flip();
  }
}
