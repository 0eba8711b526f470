package io.github.asynclint.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Are answers the same whatever the order of questions, even where questions lead back to themselves? */
final class CyclesTest {
  /** a and b ask each other; c asks b; d stands alone. */
  private static final Map<String, List<String>> GRAPH =
      Map.of("a", List.of("b"), "b", List.of("a", "d"), "c", List.of("b"), "d", List.of());

  private static final class Reachable {
    private final Cycles.Table<Set<String>> table = new Cycles().table(Set.of());

    Set<String> from(String node) {
      return table.compute(
          node,
          () -> {
            Set<String> all = new TreeSet<>(Set.of(node));
            GRAPH.get(node).forEach(next -> all.addAll(from(next)));
            return all;
          });
    }
  }

  @Test
  void answersDoNotDependOnTheOrderOfQuestions() {
    Reachable one = new Reachable();
    Reachable other = new Reachable();
    List<String> nodes = List.of("a", "b", "c", "d");
    nodes.forEach(one::from);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      other.from(nodes.get(i));
    }
    for (String node : nodes) {
      assertThat(one.from(node)).as(node).isEqualTo(other.from(node));
    }
    assertThat(one.from("c")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void remembersFinishedAnswers() {
    Cycles.Table<Integer> table = new Cycles().table(-1);
    int[] computed = new int[1];
    assertThat(table.compute("x", () -> ++computed[0])).isEqualTo(1);
    assertThat(table.compute("x", () -> ++computed[0])).isEqualTo(1);
  }

  @Test
  void boundsTheDepthOfQuestions() {
    Cycles.Table<Integer> table = new Cycles().table(0);
    assertThat(depth(table, 0)).isLessThan(1000);
  }

  private static int depth(Cycles.Table<Integer> table, int level) {
    return table.compute(level, () -> 1 + depth(table, level + 1));
  }
}
