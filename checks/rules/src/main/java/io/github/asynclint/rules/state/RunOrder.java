package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.Gaps;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Can two callbacks of one method not run at the same time? */
final class RunOrder {
  private RunOrder() {}

  /** Whether one run of the method comes to one of the crossings only. */
  static boolean isExclusive(Crossings.Crossing one, Crossings.Crossing other) {
    return returnsBetween(one, other) || returnsBetween(other, one);
  }

  /** Whether the method returns after the one crossing, so that it does not come to the other. */
  private static boolean returnsBetween(Crossings.Crossing one, Crossings.Crossing other) {
    Set<Integer> around = new HashSet<>(one.start().place().regions());
    return one.near().events().stream()
        .filter(event -> event instanceof Event.Return)
        .filter(event -> event.id() > one.start().id() && event.id() < other.start().id())
        .anyMatch(event -> around.containsAll(event.place().regions()));
  }

  /** Whether both crossings belong to one chain, so that one callback runs after the other. */
  static boolean isOrdered(Crossings.Crossing one, Crossings.Crossing other) {
    return isAbove(one, other) || isAbove(other, one);
  }

  private static boolean isAbove(Crossings.Crossing upper, Crossings.Crossing lower) {
    Optional<Value> at = lower.call().receiver();
    for (int i = 0; i < 30 && at.isPresent(); i++) {
      Optional<Event.Call> call = lower.at().call(at.get());
      if (call.isEmpty()) {
        return Gaps.inValue(at.get());
      }
      if (call.get() == upper.call()) {
        return true;
      }
      at = call.get().receiver();
    }
    return false;
  }
}
