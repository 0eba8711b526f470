package io.github.asynclint.rules.blocking;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Is what a call yields only made to be the value that a publisher is built on: {@code
 * Mono.just(load(id))}?
 */
public final class EagerArguments {
  /** Steps from the call to the publisher: {@code just(new Answer(load(id).body()))} takes three. */
  private static final int STEPS = 4;

  private static final int LONGEST_CHAIN = 20;

  private EagerArguments() {}

  /** The call that builds a publisher on what the call yields, by itself or after a few plain steps. */
  public static Optional<Event.Call> taker(Subject subject, Event.Call call) {
    BodyView body = subject.body();
    Event.Call at = call;
    for (int step = 0; step < STEPS; step++) {
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.size() != 1
          || !(uses.get(0).event() instanceof Event.Call next)
          || isStatement(at, next)) {
        return Optional.empty();
      }
      boolean argument = uses.get(0).kind() == BodyView.UseKind.ARGUMENT;
      if (argument && subject.model(next).is(Role.TAKES_VALUE)) {
        return Optional.of(next);
      }
      boolean plain =
          !next.target().returnsVoid()
              && (argument || uses.get(0).kind() == BodyView.UseKind.RECEIVER)
              && (!subject.kindOf(next.target().resultType()).isAsync()
                  || isFutureStage(subject, at, next))
              && !body.isInLoop(next);
      if (!plain) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.empty();
  }

  /** A statement of its own, whose value waits in a local: there is more to it than an argument. */
  private static boolean isStatement(Event.Call call, Event.Call user) {
    return !call.local().isEmpty() && call.place().line() != user.place().line();
  }

  private static boolean isFutureStage(Subject subject, Event.Call at, Event.Call next) {
    return subject.kindOf(at.target().returnType()).isFuture()
        && subject.model(next).is(Role.OPERATOR)
        && next.receiver().filter(new Value.Result(at.id())::equals).isPresent();
  }

  /** Whether facts are missing that could make the call such an argument. */
  public static boolean mayBe(Subject subject, Event.Call call) {
    BodyView body = subject.body();
    boolean takes =
        subject.calls().stream()
            .anyMatch(
                each ->
                    subject.model(each).is(Role.TAKES_VALUE) || mayYieldPublisher(subject, each));
    if (!takes) {
      return false;
    }
    Event.Call at = call;
    for (int step = 0; step < STEPS; step++) {
      if (subject.resolution().gaps().inUses(body, new Value.Result(at.id()))) {
        return true;
      }
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.size() != 1 || !(uses.get(0).event() instanceof Event.Call next)) {
        return false;
      }
      if (mayYieldPublisher(subject, next)) {
        return true;
      }
      at = next;
    }
    return false;
  }

  private static boolean mayYieldPublisher(Subject subject, Event.Call call) {
    boolean publisher = subject.kindOf(call.target().returnType()) == TypeModel.Kind.PUBLISHER;
    return subject.resolution().gaps().inType(call.target().resultType())
        || publisher && subject.resolution().gaps().inModel(call);
  }

  /**
   * The operator that shows that the value is wanted later, or not always: a fallback that is built on
   * it, a retry, or a scheduler for the source.
   */
  public static Optional<Event.Call> wantedLater(Subject subject, Event.Call taker) {
    BodyView body = subject.body();
    Event.Call at = taker;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      MethodModel model = subject.model(at);
      boolean fallback = model.is(Role.TAKES_VALUE) && model.is(Role.OPERATOR);
      boolean moves =
          model.switches().stream()
              .anyMatch(each -> each.direction() == MethodModel.Direction.UP);
      if (i == 0 && fallback && at.receiver().isPresent()
          || model.is(Role.RESUBSCRIBES)
          || moves) {
        return Optional.of(at);
      }
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.size() != 1
          || !(uses.get(0).event() instanceof Event.Call next)
          || !subject.model(next).is(Role.OPERATOR)) {
        return Optional.empty();
      }
      if (uses.get(0).kind() != BodyView.UseKind.RECEIVER) {
        return Optional.of(next).filter(each -> subject.model(each).is(Role.TAKES_VALUE));
      }
      at = next;
    }
    return Optional.empty();
  }
}
