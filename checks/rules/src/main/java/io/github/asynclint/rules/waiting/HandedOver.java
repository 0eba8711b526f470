package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the caller hand work over that it could do itself, and only wait for it? */
public final class HandedOver {
  /** Longer parameter lists of a thread's constructor ask for a stack size: a thread on purpose. */
  private static final int PLAIN_THREAD = 2;

  private HandedOver() {}

  /** Whether what the wait waits for was handed to just any worker, and nothing happens meanwhile. */
  public static boolean forNothing(Subject subject, Wait wait) {
    return handsOver(subject, wait.start())
        && wait.chain().stream().allMatch(each -> addsNothing(subject, each))
        && isAtOnce(subject, wait.start(), wait.call(), wait.chain());
  }

  /**
   * Whether the call gives a function of the caller's to workers, or to a publisher that runs it when
   * it is subscribed to.
   */
  private static boolean handsOver(Subject subject, Event.Call start) {
    MethodModel model = subject.model(start);
    for (Map.Entry<Integer, ContextSpec> entry : model.parameters().entrySet()) {
      int index = entry.getKey();
      CallbackResult result = model.callbackResults().get(index);
      boolean plain = result == CallbackResult.WRAPPED || result == CallbackResult.IGNORED;
      if (plain
          && index < start.target().parameters().size()
          && isFunction(subject, start.target().parameters().get(index))) {
        Relation relation =
            subject.contexts().at(new Flows.Destination(subject.body(), start, index));
        return relation instanceof Relation.Crosses crosses
            && (entry.getValue() == ContextSpec.Relative.SUBSCRIBER
                ? isAnyWorker(crosses.runsOn()) || !crosses.runsOn().isKnown()
                : isAnyWorker(crosses.runsOn()));
      }
    }
    return false;
  }

  private static boolean isFunction(Subject subject, String type) {
    return subject.resolution().hierarchy().functionalMethod(type).isPresent();
  }

  private static boolean isAnyWorker(RunsOn runsOn) {
    ContextKind kind = runsOn.context().kind();
    return (kind == ContextKind.COMMON_POOL || kind == ContextKind.WORKER)
        && !runsOn.context().confined();
  }

  /** Whether the operator only computes from the value, passes it on, or moves it to a worker. */
  private static boolean addsNothing(Subject subject, Event.Call operator) {
    MethodModel model = subject.model(operator);
    if (model.is(Role.SAME) || model.result() == MethodModel.ResultUse.MUST_USE) {
      return true;
    }
    boolean moves =
        model.switches().stream().anyMatch(each -> each.direction() == MethodModel.Direction.UP);
    boolean computes =
        model.failure() == MethodModel.Failure.PASSED_ON
            && model.callbackResults().get(0) == CallbackResult.WRAPPED
            && operator.arguments().size() == 1;
    return moves && operator.arguments().size() == 1 || computes;
  }

  /** {@code Thread t = new Thread(work); t.start(); t.join();}: the call that makes the thread. */
  public static Optional<Event.Call> threadJoinedAtOnce(Subject subject, Event.Call join) {
    boolean waits =
        subject
            .model(join)
            .effect()
            .filter(effect -> effect.kind() == EffectModel.Kind.BLOCKS)
            .isPresent();
    if (!waits || !join.target().parameters().isEmpty() || join.receiver().isEmpty()) {
      return Optional.empty();
    }
    BodyView body = subject.body();
    Optional<Event.Call> made = body.call(join.receiver().get());
    if (made.isEmpty()
        || !made.get().target().isConstructor()
        || made.get().arguments().size() > PLAIN_THREAD
        || !subject.model(made.get()).parameters().containsKey(0)
        || subject.resolution().gaps().inUses(body, join.receiver().get())) {
      return Optional.empty();
    }
    List<BodyView.Use> uses = body.usesOfResult(made.get());
    Optional<Event.Call> started =
        uses.stream()
            .filter(use -> use.kind() == BodyView.UseKind.RECEIVER)
            .map(use -> (Event.Call) use.event())
            .filter(call -> subject.model(call).is(Role.STARTS))
            .findFirst();
    return uses.size() == 2
            && started.isPresent()
            && isAtOnce(subject, started.get(), join, List.of())
        ? made
        : Optional.empty();
  }

  /** Whether the wait always follows the start, nothing is done between, and nobody else uses it. */
  private static boolean isAtOnce(
      Subject subject, Event.Call start, Event.Call wait, List<Event.Call> chain) {
    BodyView body = subject.body();
    boolean alone =
        java.util.stream.Stream.concat(java.util.stream.Stream.of(start), chain.stream())
            .filter(each -> !each.target().returnsVoid())
            .allMatch(each -> body.usesOfResult(each).size() == 1);
    boolean certain =
        body.dominates(start, wait)
            && body.regions(wait).stream()
                .filter(region -> !(region instanceof Region.Try || region instanceof Region.Lock))
                .allMatch(region -> start.place().regions().contains(region.id()));
    return alone
        && certain
        && body.events().subList(start.id() + 1, wait.id()).stream()
            .filter(Event.Call.class::isInstance)
            .map(Event.Call.class::cast)
            .allMatch(
                between -> chain.contains(between) || isCheap(subject, between, start, wait, chain));
  }

  /** Whether a call between says nothing of other work: it is modelled as having no effect. */
  private static boolean isCheap(
      Subject subject, Event.Call call, Event.Call start, Event.Call wait, List<Event.Call> chain) {
    MethodModel model = subject.model(call);
    Value result = new Value.Result(call.id());
    boolean argument =
        chain.stream().anyMatch(each -> each.arguments().contains(result))
            || wait.arguments().contains(result)
            || start.arguments().contains(result);
    return model.safe() || (argument && model.executor().isPresent());
  }
}
