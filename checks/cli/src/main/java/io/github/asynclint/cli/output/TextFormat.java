package io.github.asynclint.cli.output;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Findings as people read them on a terminal. */
public final class TextFormat implements Format {
  private final Terminal terminal;

  public TextFormat(boolean colour) {
    this.terminal = new Terminal(colour);
  }

  @Override
  public void write(Report report, Appendable out) throws IOException {
    for (Reported each : report.findings()) {
      write(each, out);
      out.append('\n');
    }
    out.append(report.summary()).append('\n');
  }

  private void write(Reported reported, Appendable out) throws IOException {
    Finding finding = reported.finding();
    out.append(terminal.styled("bold", reported.path() + ":" + finding.line() + ":"))
        .append(' ')
        .append(terminal.styled(colour(finding), word(finding) + ":"))
        .append(" [" + finding.rule() + "] ")
        .append(terminal.styled("bold", Terminal.visible(finding.message())))
        .append('\n');
    snippet(reported, out);
    for (Evidence.Part part : Evidence.of(finding)) {
      String heading = part.heading();
      for (String line : part.lines()) {
        out.append("   ")
            .append(terminal.styled("cyan", "%-10s".formatted(heading)))
            .append(' ')
            .append(Terminal.visible(line))
            .append('\n');
        heading = "";
      }
    }
  }

  private void snippet(Reported reported, Appendable out) throws IOException {
    Finding finding = reported.finding();
    Optional<Lines> lines = reported.lines();
    Optional<String> line = lines.flatMap(each -> each.line(finding.line()));
    if (line.isEmpty()) {
      return;
    }
    out.append("%5d | ".formatted(finding.line())).append(Terminal.visible(line.get())).append('\n');
    Optional<Span> columns =
        finding.highlight().flatMap(span -> lines.get().columns(span, finding.line()));
    if (columns.isPresent()) {
      String before = Terminal.visible(line.get().substring(0, columns.get().start() - 1));
      String marked =
          Terminal.visible(line.get().substring(columns.get().start() - 1, columns.get().end() - 1));
      out.append("      | ")
          .append(" ".repeat(before.codePointCount(0, before.length())))
          .append(terminal.styled(colour(finding), "^".repeat(marked.codePointCount(0, marked.length()))))
          .append('\n');
    }
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String colour(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "bold,red";
      case WARNING -> "bold,yellow";
      case SUGGESTION -> "bold,blue";
    };
  }
}
