package io.github.asynclint.rules.models.compiler;

import java.util.ArrayList;
import java.util.List;

/** Which names do short forms stand for: brace lists, and lists of selectors? */
final class Names {
  private Names() {}

  /** {@code a.{B,C}} is {@code a.B} and {@code a.C}; several braces multiply. */
  static List<String> expand(String text) {
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return List.of(text.trim());
    }
    List<String> names = new ArrayList<>();
    for (String part : text.substring(open + 1, close).split(",")) {
      names.addAll(expand(text.substring(0, open) + part.trim() + text.substring(close + 1)));
    }
    return names;
  }

  /** Splits at the commas outside parentheses. */
  static List<String> split(String selectors) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < selectors.length(); i++) {
      char c = selectors.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(selectors.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(selectors.substring(start));
    return parts.stream().map(String::trim).filter(part -> !part.isEmpty()).toList();
  }
}
