package io.github.asynclint.cli;

import io.github.asynclint.engine.program.Notes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was said besides the report? Each note goes to standard error once, as one line. */
final class Messages implements Notes {
  private final PrintWriter err;
  private final Set<String> said = new LinkedHashSet<>();

  Messages(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void note(String message) {
    String line = String.join(" ", message.lines().map(String::strip).toList());
    if (said.add(line)) {
      err.println("asynclint: " + line);
      err.flush();
    }
  }

  List<String> all() {
    return new ArrayList<>(said);
  }
}
