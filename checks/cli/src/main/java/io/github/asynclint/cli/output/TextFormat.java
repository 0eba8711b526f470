package io.github.asynclint.cli.output;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Findings as people read them on a terminal. */
public final class TextFormat implements Format {
  private static final int TAB = 4;
  private final Ansi ansi;

  public TextFormat(boolean colour) {
    this.ansi = colour ? Ansi.ON : Ansi.OFF;
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
    out.append(styled("bold", reported.path() + ":" + finding.line() + ":"))
        .append(' ')
        .append(styled(colour(finding), word(finding) + ":"))
        .append(" [" + finding.rule() + "] ")
        .append(styled("bold", visible(finding.message())))
        .append('\n');
    snippet(reported, out);
    for (Evidence.Part part : Evidence.of(finding)) {
      String heading = part.heading();
      for (String line : part.lines()) {
        out.append("   ")
            .append(styled("cyan", "%-10s".formatted(heading)))
            .append(' ')
            .append(visible(line))
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
    out.append("%5d | ".formatted(finding.line())).append(visible(line.get())).append('\n');
    Optional<Span> columns =
        finding.highlight().flatMap(span -> lines.get().columns(span, finding.line()));
    if (columns.isPresent()) {
      String before = visible(line.get().substring(0, columns.get().start() - 1));
      String marked =
          visible(line.get().substring(columns.get().start() - 1, columns.get().end() - 1));
      out.append("      | ")
          .append(" ".repeat(before.codePointCount(0, before.length())))
          .append(styled(colour(finding), "^".repeat(marked.codePointCount(0, marked.length()))))
          .append('\n');
    }
  }

  /** Tabs as blanks; other control characters could speak to the terminal. */
  private static String visible(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                result.append(" ".repeat(TAB));
              } else {
                result.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
              }
            });
    return result.toString();
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

  private String styled(String style, String text) {
    // The text is not parsed for markup. Reset, as many terminals take "bold off" for an underline.
    return ansi.enabled() && !text.isBlank()
        ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.on()
        : text;
  }
}
