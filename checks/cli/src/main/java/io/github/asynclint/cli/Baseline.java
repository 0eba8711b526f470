package io.github.asynclint.cli;

import io.github.asynclint.project.Reason;
import io.github.asynclint.cli.output.Reported;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which findings are known and accepted? A file with one line per finding: its fingerprint, then
 * words for people. A fingerprint that stands twice accepts two findings.
 */
final class Baseline {
  private static final String HEADER =
      "# Findings that `asynclint check --baseline` accepts: fingerprint, rule, file, method.";

  private final Map<String, Integer> accepted = new HashMap<>();

  static Baseline empty() {
    return new Baseline();
  }

  static Baseline read(Path file) {
    Baseline baseline = new Baseline();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String fingerprint = line.strip().split("\\s", 2)[0];
        if (fingerprint.isEmpty() || fingerprint.startsWith("#")) {
          continue;
        }
        if (!fingerprint.matches("[0-9a-f]{32}")) {
          throw new UnusableInput(file + ":" + number + ": not a line of a baseline");
        }
        baseline.accepted.merge(fingerprint, 1, Integer::sum);
      }
    } catch (CharacterCodingException e) {
      throw new UnusableInput(file + ": not a baseline");
    } catch (IOException e) {
      throw new UnusableInput("cannot read the baseline " + file + ": " + Reason.of(e));
    }
    return baseline;
  }

  /** Those that are not accepted. */
  List<Reported> unknown(List<Reported> findings) {
    Map<String, Integer> left = new HashMap<>(accepted);
    List<Reported> unknown = new ArrayList<>();
    for (Reported each : findings) {
      if (left.merge(each.fingerprint(), -1, Integer::sum) < 0) {
        unknown.add(each);
      }
    }
    return unknown;
  }

  static String text(List<Reported> findings) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    findings.stream()
        .map(
            each ->
                each.fingerprint()
                    + " "
                    + each.finding().rule()
                    + " "
                    + each.finding().sourceFile()
                    + " "
                    + each.finding().callable().method().name()
                    + "\n")
        .forEach(text::append);
    return text.toString();
  }
}
