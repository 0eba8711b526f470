package language;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Every kind of loop, with what stands in its head and in its body. */
final class Loops {
  private int step(int value) {
    return value - 1;
  }

  private boolean more() {
    return false;
  }

  int counting(int limit) {
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += step(i);
    }
    return sum;
  }

  void callsInHead() {
    for (int i = step(9); more(); i = step(i)) {
      System.out.println(i);
    }
  }

  void twoVariables(int[] values) {
    for (int low = 0, high = values.length - 1; low < high; low++, high--) {
      step(values[low] + values[high]);
    }
  }

  int forever() {
    for (; ; ) {
      if (more()) {
        return step(1);
      }
    }
  }

  void whileLoop() {
    while (more()) {
      step(1);
    }
  }

  void whileTrue() {
    while (true) {
      if (!more()) {
        break;
      }
      step(1);
    }
  }

  void doLoop() {
    do {
      step(1);
    } while (more());
  }

  void emptyBody() {
    while (more()) {}
  }

  int overArray(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += step(value);
    }
    return sum;
  }

  void overIterable(List<String> names) {
    for (String name : names) {
      name.trim();
    }
  }

  void overCallResult(Map<String, Integer> stock) {
    for (Map.Entry<String, Integer> entry : stock.entrySet()) {
      step(entry.getValue());
    }
  }

  void overIterator(Iterator<String> names) {
    while (names.hasNext()) {
      if (names.next().isEmpty()) {
        names.remove();
      }
    }
  }

  boolean labelled(int[][] grid) {
    rows:
    for (int[] row : grid) {
      for (int cell : row) {
        if (cell == 0) {
          continue rows;
        }
        if (step(cell) < 0) {
          break rows;
        }
      }
      more();
    }
    return more();
  }

  int labelledBlock(int value) {
    check:
    {
      if (value < 0) {
        break check;
      }
      return step(value);
    }
    return 0;
  }

  void nested(int size) {
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        step(i * j);
      }
      more();
    }
  }

  void lambdaInLoop(List<String> names) {
    for (String name : names) {
      Runnable task = () -> step(name.length());
      task.run();
    }
  }
}
