package io.github.asynclint.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.UnitPlan;
import io.github.asynclint.rules.models.ShippedModels;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The fixtures of the pitfalls as an editor's workspace, and what is found in them without an editor. */
final class Fixtures {
  private static final Path PITFALLS =
      Path.of("../../test-fixtures/pitfalls/java/pitfalls").toAbsolutePath().normalize();

  private Fixtures() {}

  /** The jars that the fixtures are compiled against; this test has them on its class path. */
  static List<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        // Their own jar is among them once it is packaged.
        .filter(jar -> !jar.getFileName().toString().startsWith("asynclint-"))
        .toList();
  }

  /** The folders of all rules. */
  static String[] rules() throws IOException {
    try (Stream<Path> folders = Files.list(PITFALLS)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toArray(String[]::new);
    }
  }

  /** Copies fixtures of rules to a folder. */
  static Path workspace(Path folder, String... rules) throws IOException {
    for (String rule : rules) {
      Path target = Files.createDirectories(folder.resolve("pitfalls").resolve(rule));
      try (Stream<Path> files = Files.list(PITFALLS.resolve(rule))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    return folder;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Settings that name the libraries, with all rules. */
  static JsonObject options() {
    JsonObject options = new JsonObject();
    JsonArray classPath = new JsonArray();
    libraries().forEach(jar -> classPath.add(jar.toString()));
    options.add("classpath", classPath);
    options.addProperty("enableAll", true);
    options.addProperty("debounce", 20);
    return options;
  }

  /** What a run over the folder finds, as the command does it. */
  static List<Finding> findings(Path folder) {
    Inputs inputs =
        Inputs.of(List.of(folder), libraries(), OptionalInt.empty(), Notes.IGNORE);
    ModelStore models = ShippedModels.load();
    List<Finding> found = new ArrayList<>();
    for (UnitPlan plan : inputs.units()) {
      plan.open(
          Notes.IGNORE,
          unit ->
              found.addAll(
                  new Analysis(
                          unit.program(),
                          models.bind(unit.program()),
                          RuleSelection.all(Fixtures.class.getClassLoader()),
                          Notes.IGNORE)
                      .findings(unit.types())));
    }
    return found;
  }
}
