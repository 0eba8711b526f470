package io.github.asynclint.lsp.text;

/** Does a place of Java text stand in code, or inside a string, a text block or a comment? */
public final class Surroundings {
  private Surroundings() {}

  /** Whether a line comment could be put there, as far as what stands before it tells. */
  public static boolean isCode(String text, int offset) {
    int i = 0;
    while (i < offset) {
      int end = token(text, i);
      if (end > offset) {
        return false;
      }
      i = end;
    }
    return true;
  }

  /** The end of the literal or comment that starts at an offset; the next offset if none does. */
  private static int token(String text, int at) {
    if (text.startsWith("//", at)) {
      int end = at;
      // What follows the line end is code again, and so is the end of the text of no line comment.
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end + 1;
    }
    if (text.startsWith("/*", at)) {
      return after(text, "*/", at + 2);
    }
    if (text.startsWith("\"\"\"", at)) {
      int end = at + 3;
      while (end < text.length() && !text.startsWith("\"\"\"", end)) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(text.length(), end) + 3;
    }
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return end + 1;
    }
    return at + 1;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() + 1 : found + end.length();
  }
}
