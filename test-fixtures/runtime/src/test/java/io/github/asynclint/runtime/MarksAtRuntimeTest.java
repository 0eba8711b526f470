package io.github.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Do the marks of the fixtures tell the truth? Runs the situations against fake databases and local
 * servers, and compares which threads they block, on which lines, with what is marked: a marked
 * place must have blocked a thread that must not block, and no other place may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MarksAtRuntimeTest {
  private static final Path SOURCES = Path.of("../pitfalls/java");
  private final Watch watch = Watch.install();
  private final RemoteService remote = RemoteService.start();
  private final Map<String, Tally> tallies = new TreeMap<>();

  @BeforeAll
  void warmUp() {
    // The first event loop of a process takes its time, which no situation should pay for.
    try (World world = new World(watch, remote, Variant.FULL)) {
      new VertxServer(world.vertx(), watch).visit(Duration.ofSeconds(10));
    }
  }

  @AfterAll
  void stop() {
    remote.close();
    tallies.forEach((type, tally) -> System.out.println(type + ": " + tally));
    System.out.println(
        "all: " + tallies.values().stream().reduce(Tally.NONE, Tally::plus));
  }

  static List<Driven> driven() {
    return Driven.ALL;
  }

  @ParameterizedTest
  @MethodSource("driven")
  void marksAreWhatHappens(Driven driven) throws ClassNotFoundException {
    Class<?> type = Class.forName(driven.name());
    FixtureSource source = FixtureSource.of(SOURCES, type, driven.forbidden().rules());
    watch.forbid(driven.forbidden());
    Driver driver = new Driver(watch, remote, driven::furnish);
    Verdict verdict = new Verdict(source);
    for (Method method : situations(type)) {
      String name = method.getName();
      if (Driven.NOT_RUN.containsKey(driven.type() + "." + name)) {
        verdict.notRun(name);
        continue;
      }
      boolean isMarked = !source.marksIn(name).isEmpty();
      List<Driver.Run> runs = runs(driver, driven, method, isMarked);
      Verdict first = new Verdict(source);
      first.add(name, runs);
      // What a library reads when it is first used, it reads once: a contradiction has to happen again.
      verdict.add(
          name,
          first.contradictions().isEmpty() ? runs : runs(driver, driven, method, isMarked));
    }
    tallies.put(driven.type(), verdict.tally());
    assertThat(verdict.contradictions()).isEmpty();
    assertThat(verdict.tally().marks()).isGreaterThanOrEqualTo(driven.marks());
    assertThat(verdict.tally().elsewhere()).isGreaterThanOrEqualTo(driven.elsewhere());
  }

  private static List<Driver.Run> runs(
      Driver driver, Driven driven, Method method, boolean isMarked) {
    List<Driver.Run> runs = new ArrayList<>();
    for (Variant variant : Driver.variants(method)) {
      runs.add(driver.run(method, variant, driven.caller(), isMarked));
    }
    return runs;
  }

  @Test
  void whatIsNotRunExists() {
    assertThat(Driven.NOT_RUN.keySet())
        .allSatisfy(
            name -> {
              int dot = name.lastIndexOf('.');
              assertThat(Driven.ALL).extracting(Driven::type).contains(name.substring(0, dot));
              assertThat(situations(Class.forName("pitfalls." + name.substring(0, dot))))
                  .extracting(Method::getName)
                  .contains(name.substring(dot + 1));
            });
  }

  /** The methods of a fixture's class that are situations. */
  static List<Method> situations(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }
}
