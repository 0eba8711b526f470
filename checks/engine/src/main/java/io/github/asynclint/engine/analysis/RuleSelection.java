package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Which rules run? All that are found, or those of tiers 1 and 2, or those that the user names. */
public record RuleSelection(List<Rule> rules) {
  public RuleSelection {
    rules = rules.stream().sorted(Comparator.comparing(Rule::name)).toList();
  }

  /** Every rule on the class path of the given loader, by name. */
  public static RuleSelection all(ClassLoader loader) {
    List<Rule> found = new ArrayList<>();
    ServiceLoader.load(Rule.class, loader).forEach(found::add);
    return new RuleSelection(found);
  }

  /** Those that are on without being asked for. */
  public RuleSelection byDefault() {
    return new RuleSelection(rules.stream().filter(rule -> rule.info().tier() <= 2).toList());
  }

  /** Those that name defects. */
  public RuleSelection withoutPolicies() {
    return new RuleSelection(rules.stream().filter(rule -> !rule.info().policy()).toList());
  }

  public RuleSelection only(Set<String> names) {
    return new RuleSelection(rules.stream().filter(rule -> names.contains(rule.name())).toList());
  }

  public RuleSelection without(Set<String> names) {
    return new RuleSelection(rules.stream().filter(rule -> !names.contains(rule.name())).toList());
  }

  public Optional<Rule> find(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }
}
