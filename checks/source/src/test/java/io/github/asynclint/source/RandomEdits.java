package io.github.asynclint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What might somebody type next? The same answers for the same seed. */
final class RandomEdits {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final List<String> SNIPPETS =
      List.of(
          ";", "{", "}", "(", ")", "\"", "/*", "// ", " int added = 1;", " hashCode();",
          " Runnable later = () -> toString();", " new Object() { void inner() {} };",
          " void added() { }", " static int ADDED = 3;", " final String text = \"a\" + 1;",
          " class Added extends Thread { }", " public ", " static ", " abstract ", "@Deprecated ",
          "import java.util.*;", " if (true) {", " return null;", ".toString()", "<String>");

  private final Random random;

  RandomEdits(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** The text with one change: something typed, cut, copied, or a word replaced by another one. */
  String edit(String text) {
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> {
        int semicolon = text.indexOf(';', at);
        int place = semicolon < 0 ? at : semicolon + 1;
        yield text.substring(0, place) + snippet() + text.substring(place);
      }
      case 1 -> text.substring(0, at) + snippet() + text.substring(at);
      case 2 -> {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.remove(random.nextInt(lines.size()));
        yield String.join("\n", lines);
      }
      case 3 -> {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int from = random.nextInt(lines.size());
        int to = Math.min(lines.size(), from + 1 + random.nextInt(8));
        lines.addAll(random.nextInt(lines.size()), List.copyOf(lines.subList(from, to)));
        yield String.join("\n", lines);
      }
      case 4 -> {
        String one = word(text);
        yield one.isEmpty() ? text : text.replaceAll("\\b" + one + "\\b", one + "Renamed");
      }
      default -> {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
          yield text;
        }
        MatchResult one = words.get(random.nextInt(words.size()));
        yield text.substring(0, one.start()) + word(text) + text.substring(one.end());
      }
    };
  }

  private String snippet() {
    return SNIPPETS.get(random.nextInt(SNIPPETS.size()));
  }

  private String word(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    return words.isEmpty() ? "" : words.get(random.nextInt(words.size())).group();
  }
}
