package io.github.asynclint.cli;

/** What does the command's exit code say? */
final class ExitCode {
  /** Nothing was found that is to fail the run. */
  static final int CLEAN = 0;

  static final int FINDINGS = 1;

  /** Nothing could be analysed, not all fitted into the memory, or the command line makes no sense. */
  static final int UNUSABLE = 2;

  private ExitCode() {}
}
