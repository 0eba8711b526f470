package io.github.asynclint.cli;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.lsp.pages.RulePages;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What does a rule find, why does it matter, and what helps? */
@Command(
    name = "explain",
    description = "Shows the page of a rule.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RULE", description = "A name that `asynclint rules` lists.")
  private String name;

  @Override
  public void run() {
    RuleSelection rules = RuleSelection.all(ExplainCommand.class.getClassLoader());
    Rule rule =
        rules
            .find(name)
            .orElseThrow(
                () ->
                    new UnusableInput(
                        Similar.unknownRule(
                            name, rules.rules().stream().map(Rule::name).toList())));
    PrintWriter out = spec.commandLine().getOut();
    out.println(RulePages.markdown(rule.name()).orElseGet(() -> metadata(rule)).stripTrailing());
    out.flush();
  }

  private static String metadata(Rule rule) {
    return "# %s%n%n%s.%n%nSection: %s%nTier: %s%n"
        .formatted(
            rule.name(),
            rule.info().summary(),
            rule.info().section().title(),
            RulesCommand.tier(rule));
  }
}
