package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.harness.pitfalls.Situations.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does every rule have its page and its fixtures, and enough of them? */
@ExtendWith(Harness.Provider.class)
final class CatalogueTest {
  private static final int ENOUGH = 15;

  @Test
  void everyRuleHasFixturesAndEveryFixtureFolderARule(Harness harness) {
    Set<String> folders =
        ruleNames(harness).stream()
            .map(Fixtures::packageOf)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(harness.fixtures().packages()).isEqualTo(folders);
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule(Harness harness) throws IOException {
    Path folder = harness.fixtures().home().resolve("docs/pitfalls");
    Set<String> pages = new TreeSet<>();
    assertThat(folder).isDirectory();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
          .forEach(name -> pages.add(name.substring(0, name.length() - ".md".length())));
    }

    assertThat(pages).isEqualTo(ruleNames(harness));
  }

  @Test
  void rulesHaveEnoughSituations(Harness harness) throws IOException {
    List<Situation> situations = Situations.of(harness.fixtures());
    StringBuilder table = new StringBuilder();
    table.append(String.format("%-30s %8s %6s%n", "rule", "positive", "silent"));
    long positives = 0;
    long silents = 0;
    for (String rule : ruleNames(harness)) {
      String folder = Fixtures.packageOf(rule);
      long positive = situations.stream().filter(each -> each.rules().contains(rule)).count();
      long silent =
          situations.stream()
              .filter(each -> each.rulePackage().equals(folder) && each.isSilent())
              .count();
      table.append(String.format("%-30s %8d %6d%n", rule, positive, silent));
      positives += positive;
      silents += silent;
    }
    table.append(String.format("%-30s %8d %6d%n", "all", positives, silents));
    Files.createDirectories(harness.fixtures().target());
    Files.writeString(harness.fixtures().target().resolve("fixtures.txt"), table);

    int rules = ruleNames(harness).size();
    assertThat((double) positives / rules).as("positive").isGreaterThanOrEqualTo(ENOUGH);
    assertThat((double) silents / rules).as("silent").isGreaterThanOrEqualTo(ENOUGH);
  }

  @Test
  void policiesAreOffUntilAskedFor(Harness harness) {
    assertThat(harness.fixtures().rules().rules())
        .filteredOn(rule -> rule.info().policy())
        .allSatisfy(
            rule -> {
              assertThat(rule.info().tier()).as(rule.name()).isEqualTo(3);
              assertThat(rule.info().likelyTier()).as(rule.name()).isIn(0, 3);
            });
  }

  private static Set<String> ruleNames(Harness harness) {
    return harness.fixtures().rules().rules().stream()
        .map(Rule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
