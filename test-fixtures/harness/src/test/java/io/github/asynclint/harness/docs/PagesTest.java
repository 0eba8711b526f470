package io.github.asynclint.harness.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule has a page, each example in it is the text of a fixture, and what the rules say of themselves
 * stands in the pages as they say it. {@code -Dasynclint.update=true} writes the pages anew.
 */
class PagesTest {
  @Test
  void rulesAndPagesAreInBijection() throws IOException {
    TreeSet<String> rules = new TreeSet<>();
    RuleTable.rules().forEach(rule -> rules.add(rule.name()));
    List<String> pages = new ArrayList<>();
    for (Path file : Page.pitfalls()) {
      pages.add(Page.read(file).name());
    }
    assertThat(rules).isNotEmpty();
    assertThat(pages).containsExactlyElementsOf(rules);
  }

  @TestFactory
  Stream<DynamicTest> pagesOfPitfallsAreCurrent() {
    return RuleTable.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> pageIsCurrent(rule)));
  }

  private static void pageIsCurrent(Rule rule) throws IOException {
    Page page = Page.read(Page.PITFALLS.resolve(rule.name() + ".md"));
    assertThat(page.text()).startsWith("# " + rule.name() + "\n");
    String folder = "/pitfalls/" + rule.name().toLowerCase(Locale.ROOT) + "/";
    assertThat(page.includes()).hasSizeGreaterThan(1).allMatch(each -> each.contains(folder));
    assertThat(page.javaBlocks())
        .as("code blocks with an include marker")
        .isEqualTo(page.includes().size());
    Page current =
        page.withIncludes(Snippet::of).withGenerated("rule", RuleTable.heading(rule));
    assertThat(current.text()).as("examples that are reported").contains("// <- " + rule.name());
    assertThat(current.text())
        .as("a page must not show what a seat gets wrong as if it were right")
        .doesNotContain("// missed-alarm")
        .doesNotContain("// false-alarm");
    isCurrent(page, current);
  }

  @TestFactory
  Stream<DynamicTest> includesOfAllPagesAreCurrent() throws IOException {
    return Page.all().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Page.ROOT.relativize(file).toString(), () -> includesAreCurrent(file)));
  }

  private static void includesAreCurrent(Path file) throws IOException {
    Page page = Page.read(file);
    isCurrent(page, page.withIncludes(Snippet::of));
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() throws IOException {
    return Page.all().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Page.ROOT.relativize(file).toString(),
                    () -> assertThat(Page.read(file).links()).allMatch(Files::exists)));
  }

  @Test
  void tableOfThePitfallsIsCurrent() throws IOException {
    Page page = Page.read(Page.PITFALLS.resolve("README.md"));
    isCurrent(page, page.withGenerated("rules", RuleTable.table("")));
  }

  @TestFactory
  Stream<DynamicTest> sharpEdgesAreShownBadAndGood() throws IOException {
    String text = Page.read(Page.PITFALLS.resolve("README.md")).text();
    String[] edges = text.substring(text.indexOf("## Coming from")).split("\n### ");
    assertThat(edges).hasSize(13);
    return Stream.of(edges)
        .skip(1)
        .map(
            edge ->
                DynamicTest.dynamicTest(edge.lines().findFirst().orElse(""), () -> isShown(edge)));
  }

  private static void isShown(String edge) {
    String[] blocks = edge.split("```java\n");
    assertThat(blocks).hasSize(3);
    List<String> reported =
        Pattern.compile("// <- (\\w+)").matcher(blocks[1]).results().map(m -> m.group(1)).toList();
    assertThat(reported).isNotEmpty();
    assertThat(reported).allMatch(rule -> blocks[0].contains("[" + rule + "]"));
    assertThat(blocks[2]).as("the way to write it").doesNotContain("// <- ");
  }

  @Test
  void tableOfTheReadmeIsCurrent() throws IOException {
    Page page = Page.read(Page.ROOT.resolve("README.md"));
    isCurrent(page, page.withGenerated("rules", RuleTable.table("docs/pitfalls/")));
  }

  @Test
  void tableOfTheLibrariesIsCurrent() throws IOException {
    Page page = Page.read(Page.ROOT.resolve("docs/libraries.md"));
    isCurrent(page, page.withGenerated("libraries", LibraryTable.table()));
  }

  @Test
  void argumentOfTheCompilerIsCurrent() throws IOException {
    Page page = Page.read(Page.ROOT.resolve("docs/guides/maven-error-prone.md"));
    isCurrent(page, page.withGenerated("only our rules", RuleTable.onlyOurs()));
  }

  private static void isCurrent(Page page, Page current) throws IOException {
    if (Boolean.getBoolean("asynclint.update")) {
      current.write();
    } else {
      assertThat(page.text())
          .as("mvn -pl test-fixtures/harness -am test -Dasynclint.update=true writes it anew")
          .isEqualTo(current.text());
    }
  }
}
