package io.github.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Does what a rule warns of happen in the situations that are marked, and in no others?
 *
 * @param rule whose marks count
 * @param notRun situations that are not run, and why
 * @param rightly silent situations in which it happens, and why that is right
 */
record Situations(String rule, Map<String, String> notRun, Map<String, String> rightly) {
  private static final Path SOURCES = Path.of("../pitfalls/java");

  /** How is it seen in one situation? */
  interface Sight {
    boolean happens(Method situation) throws Exception;
  }

  /** Runs those of a class, of which so many must be confirmed at least. */
  void check(Class<?> type, int marks, int silent, Sight sight) throws Exception {
    FixtureSource source = FixtureSource.of(SOURCES, type, Set.of(rule));
    List<String> contradictions = new ArrayList<>();
    int confirmed = 0;
    int spared = 0;
    for (Method method : MarksAtRuntimeTest.situations(type)) {
      String name = type.getSimpleName() + "." + method.getName();
      if (notRun.containsKey(name)) {
        continue;
      }
      boolean happens = sight.happens(method);
      boolean isMarked = !source.marksIn(method.getName()).isEmpty();
      if (happens != (isMarked || rightly.containsKey(name))) {
        contradictions.add(name + (happens ? ": it happens" : ": it does not happen"));
      }
      confirmed += isMarked && happens ? 1 : 0;
      spared += isMarked || happens ? 0 : 1;
    }
    System.out.printf("%s: %d marks, %d silent ones%n", type.getSimpleName(), confirmed, spared);
    assertThat(contradictions).isEmpty();
    assertThat(confirmed).isGreaterThanOrEqualTo(marks);
    assertThat(spared).isGreaterThanOrEqualTo(silent);
  }
}
