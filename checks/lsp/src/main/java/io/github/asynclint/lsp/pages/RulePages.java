package io.github.asynclint.lsp.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What does the page of a rule say, and where does it stand on the web? */
public final class RulePages {
  private static final String WEB =
      "https://github.com/asynclint/asynclint/blob/main/docs/pitfalls/";

  private RulePages() {}

  public static String url(String rule) {
    return WEB + rule + ".md";
  }

  /** The page in Markdown, if one is packed into this jar. */
  public static Optional<String> markdown(String rule) {
    if (!rule.matches("\\w+")) {
      return Optional.empty();
    }
    try (InputStream in = RulePages.class.getResourceAsStream(rule + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
