package io.github.asynclint.cli.output;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.rule.Rule;
import java.util.List;

/**
 * All that a run has to tell.
 *
 * @param findings by path, line and rule
 * @param rules those that ran
 * @param notes what could not be read or understood
 * @param version of asynclint
 */
public record Report(
    List<Reported> findings, List<Rule> rules, List<String> notes, String version) {
  public Report {
    findings = List.copyOf(findings);
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }

  public long count(Finding.Severity severity) {
    return findings.stream().filter(each -> each.finding().severity() == severity).count();
  }

  /** {@code 2 errors, 1 warning in 3 files}. */
  public String summary() {
    if (findings.isEmpty()) {
      return "nothing found";
    }
    StringBuilder text = new StringBuilder();
    text.append(counted(count(Finding.Severity.ERROR), "error")).append(", ");
    text.append(counted(count(Finding.Severity.WARNING), "warning"));
    long suggestions = count(Finding.Severity.SUGGESTION);
    if (suggestions > 0) {
      text.append(", ").append(counted(suggestions, "suggestion"));
    }
    long files = findings.stream().map(Reported::path).distinct().count();
    return text.append(" in ").append(counted(files, "file")).toString();
  }

  public static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
