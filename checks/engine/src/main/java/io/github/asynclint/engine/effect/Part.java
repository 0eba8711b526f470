package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;

/** What does one event of a body do to the thread that runs the body? */
public sealed interface Part {
  Event event();

  /** It has the effect by itself: a model says so. */
  record Does(Event event, Effect effect) implements Part {}

  /**
   * It runs another body before it is over; what that does is to be asked of it.
   *
   * @param isGivenDone whether all futures that the body is given are done, so that it waits for none
   */
  record Runs(Event event, CallableId body, boolean isGivenDone) implements Part {
    Runs(Event event, CallableId body) {
      this(event, body, false);
    }
  }
}
