package io.github.asynclint.errorprone.host;

import io.github.asynclint.engine.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What do the generated files of the plugin say, given the rules? */
record Shells(List<Rule> rules) {
  static final String CHECKS = "java/io/github/asynclint/errorprone/checks/";
  static final String SERVICES =
      "resources/META-INF/services/com.google.errorprone.bugpatterns.BugChecker";

  private static final String PAGES =
      "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/";

  /** The texts by file name below {@code src/main}. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    rules.forEach(rule -> texts.put(CHECKS + rule.name() + ".java", shell(rule)));
    texts.put(
        SERVICES,
        rules.stream()
            .map(rule -> "io.github.asynclint.errorprone.checks." + rule.name() + "\n")
            .collect(Collectors.joining()));
    return texts;
  }

  private static String shell(Rule rule) {
    return """
        package io.github.asynclint.errorprone.checks;

        import com.google.errorprone.BugPattern;
        import io.github.asynclint.errorprone.host.RuleChecker;

        /** The findings of the rule of that name; generated from it by ShellsTest. */
        @BugPattern(
            name = "%s",
            summary = "%s",
            severity = BugPattern.SeverityLevel.%s,
            linkType = BugPattern.LinkType.CUSTOM,
            link = "%s%s.md")
        public final class %s extends RuleChecker {
          private static final long serialVersionUID = 1L;
        }
        """
        .formatted(
            rule.name(),
            rule.info().summary().replace("\\", "\\\\").replace("\"", "\\\""),
            severity(rule.info().tier()),
            PAGES,
            rule.name(),
            rule.name());
  }

  private static String severity(int tier) {
    return switch (tier) {
      case 1 -> "ERROR";
      case 2 -> "WARNING";
      default -> "SUGGESTION";
    };
  }
}
