package io.github.asynclint.cli;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.Rule;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which rules are there? */
@Command(
    name = "rules",
    description = "Lists the rules: name, tier, section and what they find.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    List<Rule> rules =
        RuleSelection.all(RulesCommand.class.getClassLoader()).rules().stream()
            .sorted(
                Comparator.<Rule, Integer>comparing(rule -> rule.info().section().ordinal())
                    .thenComparing(Rule::name))
            .toList();
    int names = width(rules.stream().map(Rule::name).toList());
    int sections = width(rules.stream().map(rule -> rule.info().section().title()).toList());
    String format = "%-" + names + "s  %-4s  %-" + sections + "s  %s%n";
    PrintWriter out = spec.commandLine().getOut();
    out.printf(format, "RULE", "TIER", "SECTION", "FINDS");
    for (Rule rule : rules) {
      out.printf(
          format, rule.name(), tier(rule), rule.info().section().title(), rule.info().summary());
    }
    out.println();
    out.println("Tier 1: on, error. Tier 2: on, warning. Tier 3: off until enabled, suggestion.");
    out.println("Two tiers: the first for definite findings, the second for likely ones.");
    out.flush();
  }

  /** {@code 1}, or {@code 1/2} where likely findings have a tier of their own. */
  static String tier(Rule rule) {
    int likely = rule.info().likelyTier();
    return likely == 0 || likely == rule.info().tier()
        ? String.valueOf(rule.info().tier())
        : rule.info().tier() + "/" + likely;
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }
}
