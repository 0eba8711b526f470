package io.github.asynclint.harness.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which methods may an adapter see differently from the reference, and why? */
final class Differences {
  private static final Pattern ROW =
      Pattern.compile("\\| *([a-z-]+) *\\| *`([^`]+)` *\\| *(\\S.*?) *\\|");

  private Differences() {}

  /** Reasons by method of one adapter's rows in the table of {@code differences.md}. */
  static Map<String, String> of(String adapter, Path file) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group(1).equals(adapter)) {
        if (reasons.put(row.group(2), row.group(3)) != null) {
          throw new IllegalStateException("two rows for " + row.group(2) + " in " + file);
        }
      }
    }
    return reasons;
  }
}
