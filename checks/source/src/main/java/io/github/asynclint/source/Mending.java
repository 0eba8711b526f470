package io.github.asynclint.source;

import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import java.util.List;

/**
 * How can the rest of a half-typed file be parsed?
 *
 * <p>The body of the innermost member around the first error is blanked, so that all others keep their
 * place. Braces inside strings and comments are skipped. JavaParser's own recovery covers statements
 * but gives up on members.
 */
final class Mending {
  private Mending() {}

  static int line(Problem problem) {
    return problem
        .getLocation()
        .map(TokenRange::getBegin)
        .flatMap(token -> token.getRange())
        .map(range -> range.begin.line)
        .orElse(0);
  }

  /** The text with the member around the first problem blanked; "" if nothing can be done. */
  static String blank(String text, List<Problem> problems) {
    int line = problems.stream().mapToInt(Mending::line).filter(l -> l > 0).min().orElse(0);
    if (line == 0) {
      return "";
    }
    int at = offset(text, line);
    int[] block = block(text, at);
    if (block == null) {
      return blankLine(text, at);
    }
    StringBuilder result = new StringBuilder(text);
    boolean changed = false;
    for (int i = block[0] + 1; i < block[1]; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        result.setCharAt(i, ' ');
        changed = true;
      }
    }
    return changed ? result.toString() : blankLine(text, at);
  }

  private static String blankLine(String text, int at) {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    if (text.substring(at, end).isBlank()) {
      return "";
    }
    return text.substring(0, at) + " ".repeat(end - at) + text.substring(end);
  }

  private static int offset(String text, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      int next = text.indexOf('\n', at);
      if (next < 0) {
        return at;
      }
      at = next + 1;
    }
    return at;
  }

  /** The braces of the outermost block that is no class body and holds the offset. */
  private static int[] block(String text, int at) {
    java.util.ArrayDeque<int[]> open = new java.util.ArrayDeque<>();
    int[] member = null;
    int i = 0;
    while (i < text.length()) {
      int next = skip(text, i);
      if (next > i) {
        i = next;
        continue;
      }
      char c = text.charAt(i);
      if (c == '{') {
        open.push(new int[] {i, isClassBody(text, i) ? 1 : 0});
      } else if (c == '}' && !open.isEmpty()) {
        int[] start = open.pop();
        boolean outermost = start[1] == 0 && open.stream().allMatch(each -> each[1] == 1);
        if (outermost && start[0] <= at && i >= at) {
          member = new int[] {start[0], i};
        }
      }
      i++;
    }
    return member;
  }

  private static boolean isClassBody(String text, int brace) {
    int start = brace - 1;
    while (start >= 0 && ";{}".indexOf(text.charAt(start)) < 0) {
      start--;
    }
    String head = text.substring(start + 1, brace);
    return head.matches("(?s).*\\b(class|interface|enum|record|@interface)\\s+\\w+.*")
        && !head.matches("(?s).*[=].*");
  }

  /** Where a comment or literal that begins there ends; the offset itself if none does. */
  static int skip(String text, int i) {
    char c = text.charAt(i);
    if (c != '/' && c != '"' && c != '\'') {
      return i;
    }
    if (text.startsWith("//", i)) {
      int end = text.indexOf('\n', i);
      return end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", i)) {
      int end = text.indexOf("*/", i + 2);
      return end < 0 ? text.length() : end + 2;
    } else if (text.startsWith("\"\"\"", i)) {
      int end = text.indexOf("\"\"\"", i + 3);
      return end < 0 ? text.length() : end + 3;
    } else if (c == '"' || c == '\'') {
      int end = i + 1;
      while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(text.length(), end + 1);
    }
    return i;
  }
}
