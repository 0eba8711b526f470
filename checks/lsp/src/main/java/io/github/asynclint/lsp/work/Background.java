package io.github.asynclint.lsp.work;

/** What is to be done while nothing is asked: in small steps, so that what is asked waits for one only. */
public interface Background {
  /** Nanoseconds until a step is due: 0 or less for now, {@link Long#MAX_VALUE} for none. */
  long pause();

  void step();
}
