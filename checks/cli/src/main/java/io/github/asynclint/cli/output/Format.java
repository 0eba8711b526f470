package io.github.asynclint.cli.output;

import java.io.IOException;

/** How is a report written? */
@FunctionalInterface
public interface Format {
  void write(Report report, Appendable out) throws IOException;
}
