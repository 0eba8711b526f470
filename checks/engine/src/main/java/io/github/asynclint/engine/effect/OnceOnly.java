package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import java.util.Optional;

/**
 * Does an event happen only until a field has its value: {@code if (loaded == null) loaded = load()}?
 *
 * <p>What is done once is done at the start as a rule, by whoever comes first, and seldom by the thread
 * that a finding is about. Known are a field that is compared with null and written in the same body,
 * and a holder in a field (an atomic reference) that is asked for its content and given it.
 */
final class OnceOnly {
  private OnceOnly() {}

  static boolean is(BodyView body, Event event) {
    return body.guards(event).stream()
        .anyMatch(
            guard ->
                absent(guard)
                    .flatMap(value -> field(body, value))
                    .filter(field -> isFilled(body, guard, event, field))
                    .isPresent());
  }

  /** Whether it happens only for a key of which the holder has nothing yet: a map is asked and filled. */
  static boolean isForKey(BodyView body, Event event) {
    return body.guards(event).stream()
        .anyMatch(
            guard ->
                absent(guard).stream()
                    .flatMap(value -> BodyView.alternatives(value).stream())
                    .flatMap(value -> body.call(value).stream())
                    .filter(call -> !call.arguments().isEmpty() && call.receiver().isPresent())
                    .map(call -> call.receiver().get())
                    .anyMatch(
                        holder ->
                            Gaps.inValue(holder)
                                || holder instanceof Value.FieldValue map
                                    && isFilled(body, guard, event, map.field())));
  }

  /** The value that is null in the branch, if the branch is chosen by that. */
  private static Optional<Value> absent(Region.Branch guard) {
    if (!(guard.condition() instanceof Value.Operation test)
        || test.operands().size() != 2
        || !test.operator().equals(guard.outcome() ? "==" : "!=")) {
      return Optional.empty();
    }
    Value left = test.operands().get(0);
    Value right = test.operands().get(1);
    return right.equals(Value.NULL)
        ? Optional.of(left)
        : left.equals(Value.NULL) ? Optional.of(right) : Optional.empty();
  }

  /** The field that keeps the value, or that keeps the holder which yields it. */
  private static Optional<FieldRef> field(BodyView body, Value value) {
    for (Value each : BodyView.alternatives(value)) {
      if (each instanceof Value.FieldValue kept) {
        return Optional.of(kept.field());
      }
      Optional<Event.Call> call = body.call(each).filter(read -> read.arguments().isEmpty());
      if (call.isPresent()
          && call.get().receiver().orElse(Value.UNKNOWN) instanceof Value.FieldValue holder) {
        return Optional.of(holder.field());
      }
    }
    return Optional.empty();
  }

  private static boolean isFilled(
      BodyView body, Region.Branch guard, Event event, FieldRef field) {
    return body.events().stream()
        .filter(each -> each.id() != event.id())
        .filter(each -> body.guards(each).contains(guard))
        .anyMatch(each -> fills(each, field));
  }

  private static boolean fills(Event event, FieldRef field) {
    if (event instanceof Event.Write write) {
      return Gaps.inValue(write.target())
          || write.target() instanceof Value.FieldValue kept && kept.field().equals(field);
    }
    return event instanceof Event.Call call
        && !call.arguments().isEmpty()
        && call.receiver().isPresent()
        && (Gaps.inValue(call.receiver().get())
            || call.receiver().get() instanceof Value.FieldValue holder
                && holder.field().equals(field));
  }
}
