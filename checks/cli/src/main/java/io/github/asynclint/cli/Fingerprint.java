package io.github.asynclint.cli;

import io.github.asynclint.cli.output.Lines;
import io.github.asynclint.engine.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What identifies a finding while the code around it changes? Rule, file, enclosing method and the
 * text of its line without blanks; not the line's number.
 */
final class Fingerprint {
  private static final int LENGTH = 32;

  private Fingerprint() {}

  static String of(Finding finding, Optional<String> source) {
    String line = source.flatMap(text -> new Lines(text).line(finding.line())).orElse("");
    String identity =
        String.join(
            "\n",
            finding.rule(),
            finding.sourceFile(),
            finding.callable().method().toString(),
            line.replaceAll("\\s+", ""));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
