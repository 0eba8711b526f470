package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.CallableId;

/** How the thread of a callback relates to the code that hands it over. */
public sealed interface Relation {
  /** It runs inside that body, before the call that takes it returns. */
  record Inside(CallableId body) implements Relation {}

  /** It crosses to a thread that is known, or not. */
  record Crosses(RunsOn runsOn) implements Relation {}

  Relation HIDDEN = new Crosses(RunsOn.HIDDEN);
  Relation UNKNOWN = new Crosses(RunsOn.UNKNOWN);
}
