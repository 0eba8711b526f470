package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.facts.CallableId;

/** Where does the thread go at one event of a body? */
public sealed interface Hop {
  /** The event's id in its body. */
  int event();

  /** The event's line; 0 where it is not known. */
  int line();

  /** Into another body of the program. */
  record Into(int event, int line, CallableId body) implements Hop {}

  /** Into an act, directly or through a library. */
  record End(int event, int line, Act act) implements Hop {}
}
