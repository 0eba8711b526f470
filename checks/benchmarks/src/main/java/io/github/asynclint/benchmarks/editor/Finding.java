package io.github.asynclint.benchmarks.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said, by which rule, about which line?
 *
 * @param line from 1
 * @param message its first line
 */
record Finding(int line, String rule, String message) {
  private static final Pattern REPORTED =
      Pattern.compile("^(\\S.*?):(\\d+): \\w+: \\[(\\w+)] (.*)$", Pattern.MULTILINE);

  /** As the server writes a diagnostic; places of its evidence have no severity. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\{\"range\":\\{\"start\":\\{\"line\":(\\d+),\"character\":\\d+},\"end\":\\{[^}]*}},"
              + "\"severity\":\\d,\"code\":\"(\\w+)\".*?\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

  /** What a report of the command says, by file. */
  static Map<String, List<Finding>> reported(String report) {
    Map<String, List<Finding>> files = new TreeMap<>();
    for (Matcher each = REPORTED.matcher(report); each.find(); ) {
      files
          .computeIfAbsent(each.group(1), file -> new ArrayList<>())
          .add(new Finding(Integer.parseInt(each.group(2)), each.group(3), each.group(4)));
    }
    return files;
  }

  /** What a notification of the server says. */
  static List<Finding> shown(String notification) {
    List<Finding> found = new ArrayList<>();
    for (Matcher each = SHOWN.matcher(notification); each.find(); ) {
      String message = unescaped(each.group(3)).lines().findFirst().orElse("");
      found.add(new Finding(Integer.parseInt(each.group(1)) + 1, each.group(2), message));
    }
    return found;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              String what = escape.group(1);
              return Matcher.quoteReplacement(
                  switch (what.charAt(0)) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'u' -> String.valueOf((char) Integer.parseInt(what.substring(1), 16));
                    default -> what;
                  });
            });
  }
}
