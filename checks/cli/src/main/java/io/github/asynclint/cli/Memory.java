package io.github.asynclint.cli;

/** What is there to say when the heap is full? */
final class Memory {
  private static final long MEGABYTE = 1L << 20;

  private Memory() {}

  /** What happened, and what to do about it. */
  static String exhausted() {
    return "out of memory with a heap of %d MB: give it more (java -Xmx%dm -jar ..), or fewer paths"
        .formatted(maximum(), Math.max(1024, 4 * maximum()));
  }

  private static long maximum() {
    return Runtime.getRuntime().maxMemory() / MEGABYTE;
  }
}
