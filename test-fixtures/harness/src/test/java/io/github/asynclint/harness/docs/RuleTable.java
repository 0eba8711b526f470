package io.github.asynclint.harness.docs;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What do the pages say of the rules that the rules themselves know? */
final class RuleTable {
  static final String MENDING = "How to mend it";

  private RuleTable() {}

  /** The rules on the class path, by section and then by name. */
  static List<Rule> rules() {
    return RuleSelection.all(RuleTable.class.getClassLoader()).rules().stream()
        .sorted(
            Comparator.comparing((Rule rule) -> rule.info().section()).thenComparing(Rule::name))
        .toList();
  }

  /**
   * The table of all rules.
   *
   * @param folder of the pages, as seen from the page that the table stands in
   */
  static String table(String folder) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| rule | level | what it finds | how to mend it |\n|---|---|---|---|\n");
    AsyncRule.Section section = null;
    for (Rule rule : rules()) {
      AsyncRule info = rule.info();
      if (info.section() != section) {
        section = info.section();
        table.append("| **").append(section.title()).append("** | | | |\n");
      }
      String fix =
          Page.read(Page.PITFALLS.resolve(rule.name() + ".md")).firstParagraphOf(MENDING);
      table
          .append("| [").append(rule.name()).append("](").append(folder).append(rule.name())
          .append(".md) | ").append(level(info)).append(" | ").append(info.summary())
          .append(" | ").append(fix).append(" |\n");
    }
    return table.toString();
  }

  /** The argument of the compiler that runs the rules that report by default, and no other check. */
  static String onlyOurs() {
    StringBuilder line = new StringBuilder("```\n-Xplugin:ErrorProne -XepDisableAllChecks");
    rules().stream()
        .filter(rule -> rule.info().tier() < 3)
        .map(Rule::name)
        .sorted()
        .forEach(name -> line.append(" -Xep:").append(name));
    return line.append("\n```\n").toString();
  }

  /** The line under a page's title. */
  static String heading(Rule rule) {
    AsyncRule info = rule.info();
    return info.summary()
        + ".\n\n"
        + info.section().title()
        + " · tier "
        + info.tier()
        + " · "
        + level(info)
        + " · SpotBugs type `"
        + spotBugsType(rule.name())
        + "`\n";
  }

  private static String level(AsyncRule info) {
    return info.likelyTier() == 0 || info.likelyTier() == info.tier()
        ? word(info.tier())
        : word(info.tier()) + "; if only likely: " + word(info.likelyTier());
  }

  private static String word(int tier) {
    return switch (tier) {
      case 1 -> "error";
      case 2 -> "warning";
      default -> "off by default";
    };
  }

  private static String spotBugsType(String name) {
    return "ASYNC_" + name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
