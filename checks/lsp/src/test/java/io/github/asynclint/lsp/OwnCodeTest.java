package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.UnitPlan;
import io.github.asynclint.rules.models.ShippedModels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server's own async code keeps the rules that it teaches, all of them. */
class OwnCodeTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void isClean() {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .filter(entry -> !entry.equals(Path.of("target/classes").toAbsolutePath()))
            .filter(entry -> !entry.equals(Path.of("target/test-classes").toAbsolutePath()))
            .toList();
    List<String> found = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    RuleSelection all = RuleSelection.all(OwnCodeTest.class.getClassLoader());
    for (UnitPlan plan :
        Inputs.of(List.of(SOURCES), classPath, OptionalInt.empty(), notes::add).units()) {
      plan.open(
          notes::add,
          unit -> {
            Program program = unit.program();
            Models models = ShippedModels.load().bind(program);
            assertThat(unit.types()).contains(Stdio.class.getName());
            // The library that brings the futures is known, so that silence means something.
            assertThat(program.type("org.eclipse.lsp4j.services.LanguageClient")).isPresent();
            new Analysis(program, models, all, notes::add)
                .findings(unit.types())
                .forEach(each -> found.add(each.sourceFile() + ":" + each.line() + " " + each));
          });
    }
    assertThat(notes).isEmpty();
    assertThat(found).isEmpty();
  }
}
