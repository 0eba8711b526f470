package io.github.asynclint.lsp.work;

import io.github.asynclint.lsp.project.View;
import io.github.asynclint.lsp.text.Document;
import java.nio.file.Path;
import java.util.List;

/** Who is told what the work brought? */
public interface Announcements {
  /** These are the findings of that text, and no others. */
  void findings(Document document, List<Placed> found, View view);

  /** These are findings of that text, and there may be more. */
  void glance(Document document, List<Placed> found, View view);

  /** The buffer was closed: nothing is said of it any more. */
  void clear(Document document);

  /** A folder is being read, which may take seconds. */
  Reading reading(Path folder);

  /** A read that goes on. */
  interface Reading {
    void end();
  }
}
