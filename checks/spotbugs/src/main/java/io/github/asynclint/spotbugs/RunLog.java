package io.github.asynclint.spotbugs;

import io.github.asynclint.engine.program.Notes;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * Where do the notes of a run go? To SpotBugs' log, each once.
 *
 * <p>Not to the error list of its report: build plugins fail a build whose report has errors, and what
 * asynclint could not read must not do that.
 */
final class RunLog implements Notes {
  /** So many are read; more of them have one cause. */
  private static final int LIMIT = 20;

  private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

  private final Set<String> seen = new HashSet<>();

  @Override
  public void note(String message) {
    String line = message.lines().findFirst().orElse("");
    if (seen.size() <= LIMIT && seen.add(line)) {
      write(seen.size() <= LIMIT ? line : "further notes are left out");
    }
  }

  private static void write(String line) {
    if (LOG instanceof NOPLogger) {
      // SpotBugs runs without a logging back end in some builds; its own errors go here then.
      System.err.println("asynclint: " + line);
    } else {
      LOG.warn("asynclint: {}", line);
    }
  }
}
