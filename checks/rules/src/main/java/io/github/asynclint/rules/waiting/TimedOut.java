package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Which timed wait gives up on work that its own method has started, and leaves the work running? */
public final class TimedOut {
  private static final String TIMEOUT = "java.util.concurrent.TimeoutException";

  private final Subject subject;
  private final BodyView body;

  public TimedOut(Subject subject) {
    this.subject = subject;
    this.body = subject.body();
  }

  /** The call that started the work which goes on after the wait has timed out. */
  public Optional<Event.Call> leftRunning(Event.Call wait) {
    if (!Wait.isWait(subject, wait)
        || wait.receiver().isEmpty()
        || wait.target().parameters().isEmpty()
        || !isGivenUp(wait)
        || endsItsExecutor()) {
      return Optional.empty();
    }
    Value future = wait.receiver().get();
    return body.call(future)
        .filter(start -> starts(start) && isAsOften(start, wait))
        .filter(start -> isOnlyWaitedFor(future, wait));
  }

  private boolean starts(Event.Call start) {
    return subject.yields(start).isFuture()
        && !subject.resolution().gaps().inModel(start)
        && !subject.model(start).is(Role.OPERATOR)
        && !subject.model(start).is(Role.MAKES_PROMISE)
        && !subject.model(start).is(Role.YIELDS_STORED)
        && !subject.model(start).is(Role.YIELDS_ELEMENT)
        && Started.byItself(subject, body, start);
  }

  /** A wait that is repeated may go on with the same future. */
  private boolean isAsOften(Event.Call start, Event.Call wait) {
    return body.regions(wait).stream()
        .filter(Region.Loop.class::isInstance)
        .allMatch(loop -> start.place().regions().contains(loop.id()));
  }

  /** Whether a clause around the wait says what happens when the time is over. */
  private boolean isGivenUp(Event.Call wait) {
    return body.regions(wait).stream()
        .filter(Region.Try.class::isInstance)
        .anyMatch(
            tried ->
                body.callable().body().regions().stream()
                    .anyMatch(
                        region ->
                            region instanceof Region.Catch clause
                                && clause.tryId() == tried.id()
                                && clause.types().contains(TIMEOUT)));
  }

  private boolean endsItsExecutor() {
    return subject.calls().stream().anyMatch(call -> subject.model(call).is(Role.ENDS_CLIENT));
  }

  /** Whether nobody cancels it, hands it on, or waits for it again. */
  private boolean isOnlyWaitedFor(Value future, Event.Call wait) {
    return !subject.resolution().gaps().inUses(body, future)
        && !Gaps.inValue(future)
        && body.uses(future).stream()
            .allMatch(
                use -> use.event() == wait || use.kind() == BodyView.UseKind.LOOKED_AT);
  }
}
