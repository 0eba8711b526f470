package io.github.asynclint.spotbugs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How does a page about a pitfall look as HTML? Headings, paragraphs, flat lists, fenced code, code spans,
 * links and emphasis: what those pages use. A page's title is left out, SpotBugs has its own.
 */
final class Markdown {
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]*)\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*]|\\d+\\.)\\s+(.*)");

  private final StringBuilder html = new StringBuilder();
  private final List<String> paragraph = new ArrayList<>();
  private final List<String> items = new ArrayList<>();

  static String html(String page) {
    Markdown markdown = new Markdown();
    boolean code = false;
    for (String line : page.lines().toList()) {
      if (line.stripLeading().startsWith("```")) {
        markdown.finish();
        markdown.html.append(code ? "</code></pre>\n" : "<pre><code>");
        code = !code;
      } else if (code) {
        markdown.html.append(escaped(line)).append('\n');
      } else {
        markdown.line(line);
      }
    }
    markdown.finish();
    return markdown.html.toString();
  }

  private void line(String line) {
    Matcher item = ITEM.matcher(line);
    if (line.isBlank() || line.startsWith("<!--")) {
      finish();
    } else if (line.startsWith("#")) {
      finish();
      if (line.startsWith("##")) {
        html.append("<h3>").append(inline(line.replaceFirst("^#+\\s*", ""))).append("</h3>\n");
      }
    } else if (item.matches() && paragraph.isEmpty()) {
      items.add(item.group(1));
    } else if (!items.isEmpty()) {
      items.add(items.remove(items.size() - 1) + " " + line.strip());
    } else {
      paragraph.add(line.strip());
    }
  }

  private void finish() {
    if (!items.isEmpty()) {
      html.append("<ul>\n");
      items.forEach(item -> html.append("<li>").append(inline(item)).append("</li>\n"));
      html.append("</ul>\n");
    }
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(inline(String.join("\n", paragraph))).append("</p>\n");
    }
    items.clear();
    paragraph.clear();
  }

  private static String inline(String text) {
    String out = SPAN.matcher(escaped(text)).replaceAll("<code>$1</code>");
    // Links of the pages are relative to files that SpotBugs does not have.
    out = LINK.matcher(out).replaceAll("$1");
    return STRONG.matcher(out).replaceAll("<b>$1</b>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
