package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Is the lock that is released behind a crossing one that was taken before it and held across it? */
public final class HeldLocks {
  private final Subject subject;
  private final SharedVariables variables;

  public HeldLocks(Subject subject) {
    this.subject = subject;
    this.variables = new SharedVariables(subject.resolution());
  }

  public static boolean releases(MethodModel model) {
    return model.is(Role.RELEASES_OWNED_LOCK) || model.is(Role.RELEASES_PERMIT);
  }

  /**
   * The call on the near side that takes the lock, if it is still held at the crossing and the far side
   * does not take it itself.
   */
  public Optional<Event.Call> takenBefore(
      Event release, Value lock, boolean owned, Crossings.Crossing crossing) {
    if (owned && isUnowned(lock)) {
      return Optional.empty();
    }
    Role takes = owned ? Role.ACQUIRES_OWNED_LOCK : Role.ACQUIRES_PERMIT;
    Role gives = owned ? Role.RELEASES_OWNED_LOCK : Role.RELEASES_PERMIT;
    SharedVariables.Variable variable = variables.of(subject.body(), lock);
    boolean takenOnFarSide =
        !subject.id().equals(crossing.near().id())
            && (variables
                    .callBefore(subject.body(), release, variable, model -> model.is(takes))
                    .isPresent()
                || variables.mayCallBetween(subject.body(), -1, release.id(), takes));
    Optional<Event.Call> taken =
        variables.callBefore(
            crossing.near(), crossing.start(), variable, model -> model.is(takes));
    if (takenOnFarSide || taken.isEmpty()) {
      return Optional.empty();
    }
    boolean givenBack =
        crossing.near().events().stream()
            .filter(Event.Call.class::isInstance)
            .map(Event.Call.class::cast)
            .filter(call -> call.id() > taken.get().id() && call.id() < crossing.start().id())
            .filter(call -> !crossing.near().isInCatch(call))
            .anyMatch(
                call ->
                    variables.isCallOn(
                        crossing.near(), call, variable, model -> model.is(gives)));
    return givenBack
            || variables.mayCallBetween(
                crossing.near(), taken.get().id(), crossing.call().id(), gives)
        ? Optional.empty()
        : taken;
  }

  /** A view of a StampedLock looks like an owned lock and is none. */
  private boolean isUnowned(Value lock) {
    return subject.resolution().gaps().inOrigin(subject.body(), lock)
        || subject
        .resolution()
        .origins()
        .originCall(new Located(subject.id(), lock))
        .filter(call -> subject.model(call).is(Role.YIELDS_UNOWNED_LOCK))
        .isPresent();
  }

  /** Whether the permit comes back after a failure too, here or elsewhere in the method. */
  public boolean isAlsoGivenBackOnFailure(Event release, Value lock, Crossings.Crossing crossing) {
    MethodModel stage = subject.model(crossing.call());
    if (stage.failure() == Failure.HANDLED_IF_READ && isOnlyWithoutFailure(release)) {
      return false;
    }
    if (stage.failure() != Failure.PASSED_ON
        || stage.is(Role.RUNS_ON_FAILURE)
        || subject.resolution().gaps().inModel(crossing.call())
        || !subject.kindOf(crossing.call().receiverType()).isFuture()
        || isBelowRecovery(crossing)) {
      return true;
    }
    SharedVariables.Variable variable = variables.of(subject.body(), lock);
    long releases = 0;
    for (BodyView body :
        subject.resolution().bodies().ofType(crossing.near().callable().type())) {
      if (body.id().method().equals(crossing.near().id().method())) {
        if (variables.mayCallBetween(body, -1, body.events().size(), Role.RELEASES_PERMIT)) {
          return true;
        }
        releases += variables.uses(body, variable, each -> each.is(Role.RELEASES_PERMIT));
      }
    }
    return releases > 1;
  }

  /** Whether the release stands where the callback has seen that there is no failure. */
  private boolean isOnlyWithoutFailure(Event release) {
    int last = subject.body().callable().parameters().size() - 1;
    Value noFailure =
        new Value.Operation(
            "==", java.util.List.of(new Value.Parameter(last), Value.NULL));
    return subject.body().regions(release).stream()
        .anyMatch(
            region ->
                region instanceof Region.Branch branch
                    && branch.outcome()
                    && branch.condition().equals(noFailure));
  }

  /** Whether a stage above has turned the failure into a value. */
  private boolean isBelowRecovery(Crossings.Crossing crossing) {
    Optional<Value> at = crossing.call().receiver();
    for (int i = 0; i < 20 && at.isPresent(); i++) {
      Optional<Event.Call> above = crossing.at().call(at.get());
      if (above.isEmpty()) {
        return Gaps.inValue(at.get());
      }
      if (subject.model(above.get()).failure() == Failure.HANDLED) {
        return true;
      }
      at = above.get().receiver();
    }
    return false;
  }
}
