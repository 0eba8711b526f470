package io.github.asynclint.cli.output;

import io.github.asynclint.engine.facts.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where are the lines of a text? Lines and columns count from 1, columns in UTF-16 units. */
public final class Lines {
  private final String text;
  private final List<Integer> starts = new ArrayList<>();

  /** A place in a text. */
  record Position(int line, int column) {}

  public Lines(String text) {
    this.text = text;
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !pair) {
        starts.add(i + 1);
      }
    }
  }

  /** The line without its end; empty if the text has no such line. */
  public Optional<String> line(int number) {
    if (number < 1 || number > starts.size()) {
      return Optional.empty();
    }
    int end = number < starts.size() ? starts.get(number) : text.length();
    return Optional.of(text.substring(starts.get(number - 1), end).replaceAll("[\r\n]+$", ""));
  }

  Position position(int offset) {
    int at = Math.min(offset, text.length());
    int line = starts.size();
    while (line > 1 && starts.get(line - 1) > at) {
      line--;
    }
    return new Position(line, at - starts.get(line - 1) + 1);
  }

  /** The columns of a span on a line, end exclusive; empty if the span is not on it. */
  Optional<Span> columns(Span span, int line) {
    Position start = position(span.start());
    if (start.line() != line || span.end() <= span.start()) {
      return Optional.empty();
    }
    int length = line(line).orElse("").length();
    int end = Math.min(start.column() + span.end() - span.start(), length + 1);
    return end > start.column() ? Optional.of(new Span(start.column(), end)) : Optional.empty();
  }
}
