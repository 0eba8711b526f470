package io.github.asynclint.cli.output;

import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;
import java.util.ArrayList;
import java.util.List;

/** Under which headings is a finding's evidence told? */
final class Evidence {
  /** A heading with its lines. */
  record Part(String heading, List<String> lines) {}

  private Evidence() {}

  static List<Part> of(Finding finding) {
    List<Part> parts = new ArrayList<>();
    add(parts, finding, "runs on", Step.Kind.RUNS_ON);
    add(parts, finding, pathHeading(finding.rule()), Step.Kind.PATH);
    add(parts, finding, "see", Step.Kind.RELATED);
    if (!finding.advice().isEmpty()) {
      parts.add(new Part("instead", finding.advice().lines().toList()));
    }
    parts.add(new Part("more", List.of("asynclint explain " + finding.rule())));
    return parts;
  }

  private static void add(List<Part> parts, Finding finding, String heading, Step.Kind kind) {
    List<String> lines = finding.steps(kind).stream().map(Step::toString).toList();
    if (!lines.isEmpty()) {
      parts.add(new Part(heading, lines));
    }
  }

  private static String pathHeading(String rule) {
    return switch (rule) {
      case "BlockingCallInAsyncContext", "BlockingOnCommonPool", "FakeAsync" -> "blocks in";
      case "BlockingWaitInAsyncContext", "ExecutorSelfStarvation", "UnboundedWait" -> "waits in";
      case "CpuWorkOnEventLoop" -> "busy in";
      default -> "path";
    };
  }
}
