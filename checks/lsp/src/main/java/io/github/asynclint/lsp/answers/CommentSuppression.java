package io.github.asynclint.lsp.answers;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.Surroundings;
import io.github.asynclint.lsp.text.TextLines;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which comment says that a finding is known? */
final class CommentSuppression {
  /** What the user is to replace. */
  static final String REASON = "TODO: say why";

  private static final Pattern COMMENT =
      Pattern.compile("//\\s*asynclint:ignore\\s+[A-Za-z]+(?:\\s*,\\s*[A-Za-z]+)*");

  private CommentSuppression() {}

  /**
   * Adds the rule to a comment that is there, or a comment on a line of its own; empty where neither can
   * be.
   *
   * @param line from 0
   */
  static Optional<Edit> of(Document document, int line, String rule) {
    return added(document, line, rule)
        .or(() -> line > 0 ? added(document, line - 1, rule, true) : Optional.empty())
        .or(() -> above(document, line, rule))
        .or(() -> behind(document, line, rule));
  }

  private static Optional<Edit> added(Document document, int line, String rule) {
    return added(document, line, rule, false);
  }

  private static Optional<Edit> added(
      Document document, int line, String rule, boolean alone) {
    TextLines lines = document.lines();
    String text = document.text().substring(lines.start(line), lines.end(line));
    Matcher comment = COMMENT.matcher(text);
    return comment.find() && (!alone || text.strip().startsWith("//"))
        ? Optional.of(Edit.insert(lines.start(line) + comment.end(), ", " + rule))
        : Optional.empty();
  }

  private static Optional<Edit> above(Document document, int line, String rule) {
    TextLines lines = document.lines();
    int start = lines.start(line);
    if (!Surroundings.isCode(document.text(), start)) {
      return Optional.empty();
    }
    Span code = lines.trimmed(line);
    String indent = document.text().substring(start, code.start());
    return Optional.of(
        Edit.insert(start, indent + comment(rule) + lineEnd(document.text())));
  }

  private static Optional<Edit> behind(Document document, int line, String rule) {
    int end = document.lines().end(line);
    boolean isFree =
        Surroundings.isCode(document.text(), end)
            && !document.text().substring(document.lines().start(line), end).contains("//");
    return isFree ? Optional.of(Edit.insert(end, " " + comment(rule))) : Optional.empty();
  }

  private static String comment(String rule) {
    return "// asynclint:ignore " + rule + " - " + REASON;
  }

  /** That which the text uses. */
  static String lineEnd(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
