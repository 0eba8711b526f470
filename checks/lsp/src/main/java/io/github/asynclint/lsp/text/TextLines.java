package io.github.asynclint.lsp.text;

import io.github.asynclint.engine.facts.Span;
import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Where are the lines of a text, as the protocol counts them: from 0, columns in UTF-16 units, ended by
 * any of the three line ends?
 */
public final class TextLines {
  private final String text;
  private final int[] starts;

  public TextLines(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !pair) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The offset of a position; one outside of the text or a line is the nearest inside. */
  public int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= starts.length) {
      return text.length();
    }
    int start = starts[position.getLine()];
    return Math.min(start + Math.max(0, position.getCharacter()), end(position.getLine()));
  }

  public Position position(int offset) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int line = line(at);
    return new Position(line, at - starts[line]);
  }

  public Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  public Span span(Range range) {
    int start = offset(range.getStart());
    return new Span(start, Math.max(start, offset(range.getEnd())));
  }

  /** The line that an offset stands on. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The offset at which a line starts; the end of the text where there is no such line. */
  public int start(int line) {
    return line < starts.length ? starts[Math.max(0, line)] : text.length();
  }

  /** The offset behind the last character of a line, before its line end. */
  public int end(int line) {
    if (line + 1 >= starts.length) {
      return text.length();
    }
    int end = starts[line + 1] - 1;
    return end > starts[line] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r'
        ? end - 1
        : end;
  }

  /** A line without the blanks around it; empty at its start where it is blank. */
  public Span trimmed(int line) {
    int start = start(line);
    int end = line < starts.length ? end(line) : text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  public int count() {
    return starts.length;
  }
}
