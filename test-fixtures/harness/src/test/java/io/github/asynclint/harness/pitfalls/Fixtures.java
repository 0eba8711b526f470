package io.github.asynclint.harness.pitfalls;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.rule.Rule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where are the marked fixtures of the pitfalls, and what is marked in them?
 *
 * @param home the project's folder
 * @param rules all rules of the catalogue that are active
 * @param marks in the order of files and lines
 */
record Fixtures(Path home, RuleSelection rules, Sources sources, List<Mark> marks) {
  /** Reads the fixtures of the project around the working folder. */
  static Fixtures load() {
    Path home = findHome();
    RuleSelection rules = RuleSelection.all(Fixtures.class.getClassLoader());
    Set<String> names = rules.rules().stream().map(Rule::name).collect(Collectors.toSet());
    Sources sources = Sources.under(List.of(home.resolve("test-fixtures/pitfalls/java")));
    Marks parser = new Marks(names);
    List<Mark> marks = new ArrayList<>();
    sources.texts().forEach((file, text) -> marks.addAll(parser.of(file, text)));
    return new Fixtures(home, rules, sources, List.copyOf(marks));
  }

  private static Path findHome() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("test-fixtures/pitfalls/java"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no test-fixtures/pitfalls above " + start);
  }

  /** The class folder that the build fills from the fixtures. */
  Path classes() {
    return home.resolve("test-fixtures/pitfalls/target/classes");
  }

  /** The jars that the fixtures are compiled against. */
  List<Path> libraries() {
    return paths(home.resolve("test-fixtures/pitfalls/target/classpath.txt"));
  }

  /** Where reports go. */
  Path target() {
    return home.resolve("test-fixtures/harness/target");
  }

  /** The packages of fixtures, one for each rule. */
  Set<String> packages() {
    return sources.packages();
  }

  /** The package of the fixtures of the rule of that name. */
  static String packageOf(String rule) {
    return "pitfalls." + rule.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the finding must be marked if it stands: that of a policy only in the policy's own fixtures, and
   * where somebody marked it.
   */
  boolean compares(Finding finding) {
    return !rules.find(finding.rule()).orElseThrow().info().policy()
        || Sources.packageOf(finding.sourceFile()).equals(packageOf(finding.rule()))
        || marks.stream().anyMatch(mark -> mark.concerns(finding));
  }

  private static List<Path> paths(Path classPathFile) {
    try {
      return Arrays.stream(Files.readString(classPathFile).strip().split(File.pathSeparator))
          .map(Path::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("compile test-fixtures/pitfalls first", e);
    }
  }
}
