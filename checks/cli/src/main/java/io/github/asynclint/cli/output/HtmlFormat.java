package io.github.asynclint.cli.output;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A page that needs nothing besides itself: no script, no other file. */
public final class HtmlFormat implements Format {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>asynclint</title>
      <style>
      :root { color-scheme: light dark; --line: #8884 }
      :root { --error: #d33; --warning: #c80; --suggestion: #27c }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 70em }
      body { margin: 2em auto; padding: 0 1em }
      h2 { font: 600 16px ui-monospace, monospace; margin: 2em 0 .5em; overflow-wrap: anywhere }
      article { border: 1px solid var(--line); border-left-width: 4px; border-radius: 4px }
      article { padding: .6em 1em; margin: .8em 0 }
      article.error { border-left-color: var(--error) }
      article.warning { border-left-color: var(--warning) }
      article.suggestion { border-left-color: var(--suggestion) }
      h3 { font-size: 1em; margin: 0 0 .4em }
      h3 span { font-weight: normal; opacity: .75 }
      pre { background: #8881; padding: .5em; overflow-x: auto; margin: .4em 0 }
      mark { background: #fc06; color: inherit; border-bottom: 2px solid var(--error) }
      dl { display: grid; grid-template-columns: 6em 1fr; margin: .4em 0 0 }
      dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
      </style>
      </head>
      <body>
      """;

  @Override
  public void write(Report report, Appendable out) throws IOException {
    out.append(HEAD).append("<h1>asynclint</h1>\n");
    out.append("<p>").append(Markup.escape(report.summary())).append("</p>\n");
    String path = "";
    for (Reported each : report.findings()) {
      if (!each.path().equals(path)) {
        path = each.path();
        out.append("<h2>").append(Markup.escape(path)).append("</h2>\n");
      }
      write(each, out);
    }
    if (!report.notes().isEmpty()) {
      out.append("<h2>Notes</h2>\n<ul>\n");
      for (String note : report.notes()) {
        out.append("<li>").append(Markup.escape(note)).append("</li>\n");
      }
      out.append("</ul>\n");
    }
    out.append("<footer><p>asynclint " + Markup.escape(report.version()) + "</p></footer>\n");
    out.append("</body>\n</html>\n");
  }

  private static void write(Reported reported, Appendable out) throws IOException {
    Finding finding = reported.finding();
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    out.append("<article class=\"" + severity + "\">\n<h3>")
        .append(Markup.escape(finding.message()))
        .append(" <span>line " + finding.line() + " &middot; " + severity + " &middot; ")
        .append(Markup.escape(finding.rule()))
        .append("</span></h3>\n");
    snippet(reported, out);
    out.append("<dl>\n");
    for (Evidence.Part part : Evidence.of(finding)) {
      out.append("<dt>").append(Markup.escape(part.heading())).append("</dt><dd>");
      String separator = "";
      for (String line : part.lines()) {
        out.append(separator).append(Markup.escape(line));
        separator = "<br>\n";
      }
      out.append("</dd>\n");
    }
    out.append("</dl>\n</article>\n");
  }

  private static void snippet(Reported reported, Appendable out) throws IOException {
    Finding finding = reported.finding();
    Optional<Lines> lines = reported.lines();
    Optional<String> line = lines.flatMap(each -> each.line(finding.line()));
    if (line.isEmpty()) {
      return;
    }
    String text = line.get();
    Span marked =
        finding
            .highlight()
            .flatMap(span -> lines.get().columns(span, finding.line()))
            .orElse(new Span(1, 1));
    out.append("<pre>")
        .append(Markup.escape(text.substring(0, marked.start() - 1)))
        .append(marked.end() > marked.start() ? "<mark>" : "")
        .append(Markup.escape(text.substring(marked.start() - 1, marked.end() - 1)))
        .append(marked.end() > marked.start() ? "</mark>" : "")
        .append(Markup.escape(text.substring(marked.end() - 1)))
        .append("</pre>\n");
  }
}
