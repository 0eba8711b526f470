package io.github.asynclint.lsp.work;

import io.github.asynclint.lsp.text.Change;
import io.github.asynclint.lsp.text.Document;
import java.util.List;
import java.util.Optional;

/** What is known of a buffer: its findings, at their places of now. */
final class OpenFile {
  private Document document;
  private List<Placed> found = List.of();
  private boolean everChecked;
  private boolean fresh;
  private boolean glanced;

  OpenFile(Document document) {
    this.document = document;
  }

  Document document() {
    return document;
  }

  List<Placed> found() {
    return found;
  }

  /** Whether the findings are those of the text of now. */
  boolean isFresh() {
    return fresh;
  }

  /** Whether there are findings of an earlier text, which may be none. */
  boolean wasChecked() {
    return everChecked;
  }

  /** Whether it was looked at by itself, or there was no need to. */
  boolean wasGlancedAt() {
    return glanced;
  }

  void glancedAt() {
    glanced = true;
  }

  void edited(Document.Changed changed) {
    document = changed.document();
    fresh = false;
    for (Change change : changed.changes()) {
      found = found.stream().map(each -> each.after(change)).flatMap(Optional::stream).toList();
    }
  }

  /** Something around it changed. */
  void outdated() {
    fresh = false;
  }

  void checked(List<Placed> findings) {
    found = List.copyOf(findings);
    everChecked = true;
    fresh = true;
  }

  /** The text of now cannot be parsed as a whole: what was found before stays. */
  void keep() {
    fresh = true;
  }
}
