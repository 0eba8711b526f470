package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is somebody's time limited: that of a wait, or of the async work that a method starts?
 *
 * <p>Generous: who is given a duration is taken to end by then, be it {@code orTimeout}, the builder of a
 * request or a scheduled task that cancels.
 */
public final class TimeLimits {
  private static final Set<String> UNITS =
      Set.of("java.time.Duration", "java.util.concurrent.TimeUnit");

  /** Helpers that make futures are looked into that deep. */
  private static final int MAX_HOPS = 3;

  private final Subject subject;

  public TimeLimits(Subject subject) {
    this.subject = subject;
  }

  /** Whether the call is told how long it may take. */
  public static boolean isTimed(MethodRef method) {
    return method.parameters().stream().anyMatch(type -> UNITS.contains(type) || type.equals("long"));
  }

  /** Whether a limit may stand somewhere in the method, its lambdas or the helpers that make its futures. */
  public boolean mayStandIn(MethodRef method) {
    return mayStandIn(method, MAX_HOPS, new HashSet<>());
  }

  private boolean mayStandIn(MethodRef method, int hops, Set<MethodRef> seen) {
    if (!seen.add(method)) {
      return false;
    }
    List<BodyView> bodies = subject.resolution().bodies().ofMethod(method);
    return bodies.stream()
        .anyMatch(
            body ->
                body.calls().stream()
                    .anyMatch(
                        call -> sets(call) || hops > 0 && mayStandBehind(body, call, hops, seen)));
  }

  /** Other waits and pauses of the thread take a time too, but limit nothing but themselves. */
  private boolean sets(Event.Call call) {
    MethodModel model = subject.model(call);
    return model.effect().isEmpty()
        && call.target().parameters().stream().anyMatch(UNITS::contains);
  }

  private boolean mayStandBehind(BodyView body, Event.Call call, int hops, Set<MethodRef> seen) {
    if (!subject.yields(call).isAsync()) {
      return subject.resolution().gaps().inType(call.target().resultType())
          && call.target().returnType().contains(".");
    }
    if (subject.resolution().gaps().inOwnMethod(call)
        || subject.resolution().gaps().inReceiver(body, call)) {
      return true;
    }
    Optional<MethodRef> target = subject.resolution().target(body, call);
    return target
        .filter(
            method ->
                subject.resolution().gaps().inBody(method) || mayStandIn(method, hops - 1, seen))
        .isPresent();
  }
}
