package io.github.asynclint.benchmarks.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is typed next into a file? Statements behind others inside of methods: begun, ended, and taken away
 * again, each time somewhere else. The same for the same seed.
 */
final class Typing {
  /** A change: what stands in a line from a column on, up to another one, becomes the text. */
  record Edit(int line, int from, int to, String text) {}

  private static final List<String> STATEMENTS =
      List.of(
          " int added = hashCode();",
          " String text = toString() + 1;",
          " if (hashCode() > 3) { return; }",
          " Runnable later = () -> hashCode();",
          " java.util.concurrent.CompletableFuture.runAsync(() -> hashCode());");

  private final List<int[]> places;
  private final Random random;
  private int step;
  private int[] place;
  private String statement = "";

  Typing(String text, long seed) {
    this.random = new Random(seed);
    this.places = places(text);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no line ends a statement");
    }
  }

  /** Whether there is where to type. */
  static boolean fits(String text) {
    return !places(text).isEmpty();
  }

  private static List<int[]> places(String text) {
    List<int[]> places = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      // Statements of a method's body are indented by more than its head.
      if (line.endsWith(");") && line.length() - line.stripLeading().length() >= 4) {
        places.add(new int[] {i, line.length()});
      }
    }
    return places;
  }

  Edit next() {
    int now = step % 3;
    step++;
    int half = statement.length() / 2;
    return switch (now) {
      case 0 -> {
        place = places.get(random.nextInt(places.size()));
        statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
        yield new Edit(place[0], place[1], place[1], statement.substring(0, statement.length() / 2));
      }
      case 1 -> new Edit(place[0], place[1] + half, place[1] + half, statement.substring(half));
      default -> new Edit(place[0], place[1], place[1] + statement.length(), "");
    };
  }
}
