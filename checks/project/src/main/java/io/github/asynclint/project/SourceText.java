package io.github.asynclint.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file as it was read.
 *
 * @param key as in {@code Callable.sourceFile()}
 * @param test whether it lies in a test source folder
 */
public record SourceText(Path path, String text, String key, boolean test) {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^\\s*package\\s+([\\p{L}\\p{N}_$.]+)\\s*;");

  /** Reads the file; text that is not UTF-8 is replaced, not refused. */
  static SourceText read(Path path, boolean test) throws IOException {
    return of(path, new String(Files.readAllBytes(path), StandardCharsets.UTF_8), test);
  }

  static SourceText of(Path path, String text, boolean test) {
    Matcher matcher = PACKAGE.matcher(text);
    String folder = matcher.find() ? matcher.group(1).replace('.', '/') + "/" : "";
    return new SourceText(path, text, folder + path.getFileName(), test);
  }
}
