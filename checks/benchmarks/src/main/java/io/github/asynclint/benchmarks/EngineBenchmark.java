package io.github.asynclint.benchmarks;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.rules.models.ShippedModels;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does the engine take for a jar, once it is warm: for facts alone, and for all rules? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  private static final Notes QUIET = message -> {};

  private ClassPath classes;

  /** Opens vertx-core, which stands on this benchmark's own class path. */
  @Setup
  public void open() {
    List<Path> all =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    List<Path> jar =
        all.stream()
            .filter(path -> path.getFileName().toString().startsWith("vertx-core-5"))
            .toList();
    if (jar.size() != 1) {
      throw new IllegalStateException("expected one vertx-core on the class path, not " + jar);
    }
    classes = ClassPath.open(jar, all.stream().filter(path -> !jar.contains(path)).toList(), QUIET);
  }

  @TearDown
  public void close() {
    classes.close();
  }

  /** Facts of all methods; the result is the number of events. */
  @Benchmark
  public int facts() {
    Program program = BytecodeProgram.of(classes, QUIET);
    int events = 0;
    for (String name : program.programTypes()) {
      TypeFacts type = program.type(name).orElseThrow();
      for (TypeFacts.Method method : type.methods()) {
        events +=
            program.code(method.ref()).map(code -> code.method().body().events().size()).orElse(0);
      }
    }
    return events;
  }

  /** All rules over all classes. */
  @Benchmark
  public List<Finding> analysis() {
    Program program = BytecodeProgram.of(classes, QUIET);
    RuleSelection rules = RuleSelection.all(EngineBenchmark.class.getClassLoader());
    Analysis analysis = new Analysis(program, ShippedModels.load().bind(program), rules, QUIET);
    return analysis.findings(program.programTypes());
  }
}
