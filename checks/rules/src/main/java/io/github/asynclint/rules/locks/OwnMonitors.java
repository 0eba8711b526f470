package io.github.asynclint.rules.locks;

import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is the only lock around a write the monitor of what is written to? Then it is there so that messages
 * do not mix: {@code synchronized (session) { session.sendMessage(text); }}.
 */
public final class OwnMonitors {
  private static final Set<String> OUTPUT = Set.of("net", "io", "file");

  private OwnMonitors() {}

  /** Whether the effect of the call is such a write. What is not known may be the same object. */
  public static boolean guard(Subject subject, Event.Call call, Effect effect) {
    List<Region.Lock> locks =
        subject.body().regions(call).stream()
            .filter(Region.Lock.class::isInstance)
            .map(Region.Lock.class::cast)
            .toList();
    return OUTPUT.contains(effect.what())
        && call.target().returnsVoid()
        && locks.size() == 1
        && isReachedFrom(subject, locks.get(0).monitor(), call);
  }

  /** {@code session} in {@code session.remote().send(text)}, but no collection of sessions. */
  private static boolean isReachedFrom(Subject subject, Value monitor, Event.Call call) {
    Optional<Value> at = call.receiver();
    while (at.isPresent()) {
      if (Gaps.inValue(monitor) || Gaps.inValue(at.get()) || at.get().equals(monitor)) {
        return true;
      }
      at =
          subject
              .body()
              .call(at.get())
              .filter(above -> above.arguments().isEmpty())
              .filter(above -> !subject.model(above).is(Role.YIELDS_ELEMENT))
              .flatMap(Event.Call::receiver);
    }
    return false;
  }
}
