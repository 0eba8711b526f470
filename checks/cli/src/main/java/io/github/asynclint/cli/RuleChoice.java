package io.github.asynclint.cli;

import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which rules did the user ask for? */
final class RuleChoice {
  @ArgGroup private Enabled enabled = new Enabled();

  @Option(
      names = "--disable",
      split = ",",
      paramLabel = "RULE",
      description = "Rules that do not run.")
  private List<String> disabled = new ArrayList<>();

  private static final class Enabled {
    @Option(names = "--enable-all", description = "All rules run.")
    private boolean all;

    @Option(
        names = "--enable",
        split = ",",
        paramLabel = "RULE",
        description = "Rules that run besides those of tiers 1 and 2.")
    private List<String> names = new ArrayList<>();
  }

  RuleSelection selection() {
    RuleSelection all = RuleSelection.all(RuleChoice.class.getClassLoader());
    Set<String> known = names(all);
    List<String> unknown = new ArrayList<>(enabled.names);
    unknown.addAll(disabled);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new UnusableInput(
          String.join(
              "\n", unknown.stream().map(name -> Similar.unknownRule(name, known)).toList()));
    }
    Set<String> chosen = enabled.all ? known : names(all.byDefault());
    chosen.addAll(enabled.names);
    disabled.forEach(chosen::remove);
    return all.only(chosen);
  }

  private static Set<String> names(RuleSelection rules) {
    return new TreeSet<>(rules.rules().stream().map(Rule::name).toList());
  }
}
