package io.github.asynclint.lsp.colors;

import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.project.Unit;
import java.util.Optional;

/** How is text written that an editor shows: as markdown with links to places, or plain? */
final class Prose {
  private static final String SPECIAL = "\\`*_{}[]<>#|!&";

  private final Unit unit;
  private final boolean markdown;
  private final StringBuilder out = new StringBuilder();

  Prose(Unit unit, boolean markdown) {
    this.unit = unit;
    this.markdown = markdown;
  }

  /** A paragraph that opens a list. */
  Prose heading(String text) {
    out.append(out.length() > 0 ? "\n" : "")
        .append(markdown ? "**" + escape(text) + "**\n" : text)
        .append('\n');
    return this;
  }

  /** A line of a list; deeper ones belong to the one before. */
  Prose item(int depth, Step step) {
    out.append("  ".repeat(depth)).append("- ").append(escape(step.text()));
    if (!step.place().isEmpty()) {
      out.append(" (").append(place(step)).append(')');
    }
    out.append('\n');
    return this;
  }

  Prose item(int depth, String text) {
    return item(depth, new Step(Step.Kind.RELATED, text, "", 0));
  }

  private String place(Step step) {
    Optional<String> target =
        unit.path(step.sourceFile()).map(path -> path.toAbsolutePath().toUri().toASCIIString());
    String line = step.line() > 0 ? "#L" + step.line() : "";
    return markdown && target.isPresent()
        ? "[" + escape(step.place()) + "](<" + target.get() + line + ">)"
        : escape(step.place());
  }

  /** Names may hold what means something in markdown: {@code _id}, {@code <clinit>}. */
  private String escape(String text) {
    if (!markdown) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing();
  }
}
