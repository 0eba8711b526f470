package io.github.asynclint.rules;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/**
 * Is a collection dropped whose elements are futures: {@code ids.stream().map(this::loadAsync).toList();}
 * as a statement?
 */
final class CollectedFutures {
  private static final int MAX_CHAIN = 12;

  private CollectedFutures() {}

  static boolean isDroppedCollection(Subject subject, Event.Call call) {
    if (!subject.resolution().hierarchy().isSubtype(call.receiverType(), "java.util.stream.Stream")) {
      return false;
    }
    Optional<Value> at = call.receiver();
    for (int i = 0; i < MAX_CHAIN && at.isPresent(); i++) {
      Optional<Event.Call> next = subject.body().call(at.get());
      if (next.isEmpty()) {
        return false;
      }
      if (next.get().target().name().equals("map")) {
        return next.get().arguments().stream()
            .anyMatch(argument -> yieldsFuture(subject, subject.body(), argument));
      }
      at = next.get().receiver();
    }
    return false;
  }

  private static boolean yieldsFuture(Subject subject, BodyView body, Value argument) {
    return Callbacks.results(subject, body, argument).stream()
        .map(MethodRef::resultType)
        .anyMatch(type -> subject.kindOf(type).isFuture());
  }
}
