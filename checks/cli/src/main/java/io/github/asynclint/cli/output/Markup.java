package io.github.asynclint.cli.output;

/** How does text stand in HTML and XML, in content and in attributes? */
public final class Markup {
  private Markup() {}

  /** What XML cannot hold, escaped or not, becomes the replacement character. */
  public static String escape(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(isText(c) ? c : '\uFFFD');
              }
            });
    return result.toString();
  }

  private static boolean isText(int c) {
    boolean isBlank = c == '\t' || c == '\n';
    return isBlank
        || !Character.isISOControl(c)
            && Character.getType(c) != Character.SURROGATE
            && c != 0xFFFE
            && c != 0xFFFF;
  }
}
