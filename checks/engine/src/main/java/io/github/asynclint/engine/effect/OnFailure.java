package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;

/**
 * Does an event happen only once something has failed: in a catch, or where a value has turned out to be
 * an exception?
 */
final class OnFailure {
  private static final String TEST = "instanceof ";

  private final Hierarchy hierarchy;

  OnFailure(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  boolean is(BodyView body, Event event) {
    return body.isInCatch(event) || body.guards(event).stream().anyMatch(this::isForFailure);
  }

  private boolean isForFailure(Region.Branch guard) {
    if (!guard.outcome()
        || !(guard.condition() instanceof Value.Operation test)
        || !test.operator().startsWith(TEST)) {
      return false;
    }
    String type = test.operator().substring(TEST.length());
    return hierarchy.isSubtype(type, "java.lang.Throwable") || !hierarchy.isComplete(type);
  }
}
