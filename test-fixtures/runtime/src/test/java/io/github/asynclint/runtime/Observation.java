package io.github.asynclint.runtime;

import java.util.List;

/**
 * Which blocking operation was seen, on which thread, and who called it?
 *
 * @param operation as {@code Unsafe.park} or {@code query}
 * @param thread the thread's name
 * @param forbidden whether the thread must not block
 * @param frames the innermost first
 */
record Observation(
    String operation, String thread, boolean forbidden, List<StackTraceElement> frames) {
  private static final String FIXTURES = "pitfalls.";

  /** Whether a fixture called it, be it through libraries. */
  boolean isOfFixtures() {
    return frames.stream().anyMatch(frame -> frame.getClassName().startsWith(FIXTURES));
  }

  /** The frames in one source file of a package. */
  List<StackTraceElement> framesOf(FixtureSource source) {
    return frames.stream()
        .filter(
            frame ->
                frame.getClassName().startsWith(source.packageName() + ".")
                    && source.fileName().equals(frame.getFileName()))
        .toList();
  }

  @Override
  public String toString() {
    List<String> own =
        frames.stream()
            .filter(frame -> frame.getClassName().startsWith(FIXTURES))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .toList();
    return operation + " on " + thread + (forbidden ? " (must not block)" : "") + " at " + own;
  }
}
