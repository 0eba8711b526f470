package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Cycles;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How do schedulers, operators and futures move work between threads?
 *
 * <p>A publisher's signals come from the nearest switch above (publishOn, delayElements, an inner
 * publisher), else from its source, which runs on the thread of the subscription: the nearest
 * subscribeOn, else the subscriber's. A publisher that leaves its method with no switch is subscribed by
 * somebody else; unless all callers in the program are seen to move it, that counts as a thread that
 * must not block, and the answer is only likely.
 */
public final class Chains {
  /** The subscriber of a publisher that leaves its method. */
  public static final NamedContext SUBSCRIBER =
      new NamedContext(
          "subscriber", ContextKind.EVENT_LOOP, "the thread that subscribes", false, false, false);

  private final Resolution resolution;
  private final Contexts contexts;
  private final ExecutorKinds executors;
  private final Cycles.Table<RunsOn> signals;
  private final Cycles.Table<RunsOn> subscriptions;
  private final Cycles.Table<RunsOn> completions;

  Chains(Resolution resolution, Contexts contexts, ExecutorKinds executors, Cycles cycles) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.executors = executors;
    this.signals = cycles.table(RunsOn.UNKNOWN);
    this.subscriptions = cycles.table(RunsOn.UNKNOWN);
    this.completions = cycles.table(RunsOn.UNKNOWN);
  }

  /** The thread on which a publisher emits. */
  public RunsOn signal(BodyView body, Value publisher) {
    return signals.compute(
        new Located(body.id(), publisher),
        () -> eachOrigin(body, publisher, this::signalOfCall, this::signalOfParameter));
  }

  /**
   * A publisher that somebody passes in emits on a thread of theirs; the callers in the program tell
   * which, and without any it counts as any publisher that leaves its method with no scheduler.
   */
  private RunsOn signalOfParameter(Located at) {
    BodyView body = resolution.bodies().view(at.body()).orElseThrow();
    int index = ((Value.Parameter) at.value()).index();
    if (at.body().isLambda() || !isPublisher(body.callable().parameters().get(index).type())) {
      return RunsOn.UNKNOWN;
    }
    if (resolution.gaps().inCallersOf(at.body().method())) {
      return RunsOn.HIDDEN;
    }
    List<CallIndex.CallSite> callers = resolution.callers(at.body().method());
    RunsOn joined = null;
    for (CallIndex.CallSite site : callers) {
      RunsOn next = signal(site.body(), site.call().arguments().get(index));
      joined = joined == null ? next : joined.or(next);
    }
    return joined != null
        ? joined.atMost(Certainty.LIKELY)
        : subscriptionOf(body, at.value()).atMost(Certainty.LIKELY);
  }

  private RunsOn signalOfCall(Located at) {
    BodyView body = resolution.bodies().view(at.body()).orElseThrow();
    Event.Call call = body.call(at.value()).orElseThrow();
    MethodModel model = resolution.model(call);
    for (MethodModel.Switch change : model.switches()) {
      if (change.direction() == Direction.DOWN || change.direction() == Direction.SOURCE) {
        return target(change.target(), body, call, this::signal);
      }
    }
    if (model.is(Role.OPERATOR) && call.receiver().isPresent()) {
      return signal(body, call.receiver().get());
    }
    if (model.completesOn().isPresent()) {
      return target(model.completesOn().get(), body, call, this::signal);
    }
    if (resolution.gaps().inModel(call)) {
      return RunsOn.HIDDEN;
    }
    if (isModelled(call) && isPublisher(call.target().returnType())) {
      return subscription(body, call);
    }
    Optional<MethodRef> helper = resolution.target(body, call);
    if (helper.filter(resolution.gaps()::inBody).isPresent()) {
      return RunsOn.HIDDEN;
    }
    boolean opaque = helper.flatMap(resolution.bodies()::view).isEmpty();
    if (opaque && isPublisher(call.target().returnType())) {
      // Where it emits is not known; where it is subscribed is the best that can be said.
      return subscription(body, call).atMost(Certainty.LIKELY);
    }
    return throughHelper(body, call, this::signal);
  }

  /** The thread on which the source of a chain runs, found by following the chain downwards. */
  public RunsOn subscription(BodyView body, Event.Call source) {
    return subscriptions.compute(
        List.of(body.id(), source.id()), () -> findSubscription(body, source));
  }

  private RunsOn findSubscription(BodyView body, Event.Call source) {
    return subscriptionOf(body, new Value.Result(source.id()));
  }

  private RunsOn subscriptionOf(BodyView body, Value publisher) {
    if (resolution.gaps().inUses(body, publisher)) {
      return RunsOn.HIDDEN;
    }
    RunsOn joined = null;
    for (BodyView.Use use : body.uses(publisher)) {
      Optional<RunsOn> next = subscriptionAt(body, use);
      if (next.isPresent()) {
        joined = joined == null ? next.get() : joined.or(next.get());
      }
    }
    return joined == null ? RunsOn.UNKNOWN : joined;
  }

  private Optional<RunsOn> subscriptionAt(BodyView body, BodyView.Use use) {
    switch (use.kind()) {
      case RECEIVER -> {
        Event.Call next = (Event.Call) use.event();
        MethodModel model = resolution.model(next);
        for (MethodModel.Switch change : model.switches()) {
          if (change.direction() == Direction.UP) {
            return Optional.of(target(change.target(), body, next, this::signal));
          }
        }
        if (model.effect().isPresent()) {
          // A wait: seen from callers of this body, that wait is what they suffer from.
          return Optional.of(contexts.of(body.id()));
        }
        if (resolution.gaps().inModel(next)) {
          return Optional.of(RunsOn.HIDDEN);
        }
        if (model.is(Role.SUBSCRIBES)) {
          return Optional.of(contexts.withCallers(body.id()));
        }
        boolean followed =
            model.is(Role.OPERATOR) && !model.parameters().containsValue(ContextSpec.Relative.CALLER);
        return Optional.of(followed ? subscription(body, next) : RunsOn.UNKNOWN);
      }
      case ARGUMENT -> {
        Event.Call next = (Event.Call) use.event();
        boolean joins =
            isModelled(next) && isPublisher(next.target().returnType());
        return Optional.of(joins ? subscription(body, next) : RunsOn.UNKNOWN);
      }
      case RETURNED -> {
        return Optional.of(
            body.id().isLambda() ? inner(body.id()) : leaves(body, use.event()));
      }
      case LOOKED_AT -> {
        return Optional.empty();
      }
      default -> {
        return Optional.of(RunsOn.UNKNOWN);
      }
    }
  }

  /** A publisher that a callback returns is subscribed on the thread that runs the callback. */
  private RunsOn inner(CallableId lambda) {
    return contexts.withCallers(lambda);
  }

  private RunsOn leaves(BodyView body, Event source) {
    CallableId method = body.id();
    RunsOn byFramework = contexts.of(method);
    if (byFramework.isKnown() || byFramework.isHidden()) {
      return byFramework;
    }
    if (resolution.gaps().inCallersOf(method.method())) {
      return RunsOn.HIDDEN;
    }
    List<CallIndex.CallSite> callers = resolution.callers(method.method());
    RunsOn joined = null;
    for (CallIndex.CallSite site : callers) {
      RunsOn next = subscription(site.body(), site.call());
      if (next.mustNotBlock()) {
        return next.atMost(Certainty.LIKELY);
      }
      joined = joined == null ? next : joined.or(next);
    }
    if (joined != null) {
      return joined;
    }
    if (!resolution.models().hasActive(ContextKind.EVENT_LOOP)) {
      return RunsOn.UNKNOWN;
    }
    Step why =
        new Step(
            Step.Kind.RUNS_ON,
            SUBSCRIBER.label()
                + ": the publisher leaves "
                + Names.method(method.method())
                + " with no scheduler",
            body.callable().sourceFile(),
            source.place().line());
    return new RunsOn(SUBSCRIBER, Certainty.LIKELY, List.of(why));
  }

  /** The thread that completes a future, and so runs the callbacks attached to it. */
  public RunsOn completion(BodyView body, Value future) {
    return completions.compute(
        new Located(body.id(), future),
        () -> eachOrigin(body, future, this::completionOfCall, at -> RunsOn.UNKNOWN));
  }

  private RunsOn completionOfCall(Located at) {
    BodyView body = resolution.bodies().view(at.body()).orElseThrow();
    Event.Call call = body.call(at.value()).orElseThrow();
    MethodModel model = resolution.model(call);
    if (model.completesOn().isPresent()) {
      return target(model.completesOn().get(), body, call, this::completion);
    }
    for (MethodModel.Switch change : model.switches()) {
      if (change.direction() == Direction.DOWN || change.direction() == Direction.SOURCE) {
        return target(change.target(), body, call, this::completion);
      }
    }
    if (model.is(Role.OPERATOR) && call.receiver().isPresent()) {
      return completion(body, call.receiver().get());
    }
    if (resolution.gaps().inModel(call)) {
      return RunsOn.HIDDEN;
    }
    return isModelled(call) ? RunsOn.UNKNOWN : throughHelper(body, call, this::completion);
  }

  private interface Follow {
    RunsOn follow(BodyView body, Value value);
  }

  private RunsOn target(ContextSpec spec, BodyView body, Event.Call call, Follow inner) {
    if (spec instanceof ContextSpec.Absolute absolute) {
      Step why =
          new Step(
              Step.Kind.RUNS_ON,
              absolute.context().label() + ": " + Names.method(call.target()),
              body.callable().sourceFile(),
              call.place().line());
      return new RunsOn(absolute.context(), Certainty.DEFINITE, List.of(why));
    } else if (spec instanceof ContextSpec.Argument argument) {
      return executors
          .kind(new Located(body.id(), call.arguments().get(argument.index())))
          .atMost(Certainty.DEFINITE);
    }
    return switch ((ContextSpec.Relative) spec) {
      case INNER -> inner(body, call, inner);
      case RECEIVER -> call.receiver()
          .map(value -> executors.kind(new Located(body.id(), value)))
          .orElse(RunsOn.UNKNOWN);
      case UPSTREAM, COMPLETER -> call.receiver()
          .map(value -> inner.follow(body, value))
          .orElse(RunsOn.UNKNOWN);
      case SUBSCRIBER -> subscription(body, call);
      case CALLER -> contexts.withCallers(body.id());
      case ANY -> RunsOn.UNKNOWN;
    };
  }

  /** What the callback of a flattening operator returns decides. */
  private RunsOn inner(BodyView body, Event.Call call, Follow inner) {
    RunsOn joined = null;
    for (Value argument : call.arguments()) {
      if (Gaps.inValue(argument)) {
        return RunsOn.HIDDEN;
      }
      Optional<Event.FunctionObject> function = body.function(argument);
      if (function.isPresent()
          && function.get().code() instanceof Event.Code.LambdaBody lambda) {
        Optional<BodyView> view = resolution.bodies().view(lambda.callable());
        for (Value value : view.map(BodyView::returned).orElse(List.of())) {
          RunsOn next = inner.follow(view.get(), value);
          joined = joined == null ? next : joined.or(next);
        }
      } else if (function.isPresent()
          && function.get().code() instanceof Event.Code.Reference reference) {
        RunsOn next =
            resolution
                .target(body, reference)
                .map(target -> ofReturned(target, inner))
                .orElse(RunsOn.UNKNOWN);
        joined = joined == null ? next : joined.or(next);
      }
    }
    return joined == null ? RunsOn.UNKNOWN : joined;
  }

  private RunsOn throughHelper(BodyView body, Event.Call call, Follow follow) {
    return resolution
        .target(body, call)
        .map(target -> ofReturned(target, follow))
        .orElse(RunsOn.UNKNOWN);
  }

  private RunsOn ofReturned(MethodRef method, Follow follow) {
    return resolution
        .bodies()
        .view(method)
        .map(
            helper ->
                helper.returned().stream()
                    .filter(value -> !value.equals(Value.NULL))
                    .map(value -> follow.follow(helper, value))
                    .reduce(RunsOn::or)
                    .orElse(RunsOn.UNKNOWN))
        .orElse(resolution.gaps().inBody(method) ? RunsOn.HIDDEN : RunsOn.UNKNOWN);
  }

  private RunsOn eachOrigin(
      BodyView body,
      Value value,
      Function<Located, RunsOn> ofCall,
      Function<Located, RunsOn> ofParameter) {
    RunsOn joined = null;
    for (Value each : BodyView.alternatives(value)) {
      Located origin = resolution.origins().origin(new Located(body.id(), each));
      if (resolution.gaps().inOrigin(body, each)) {
        return RunsOn.HIDDEN;
      }
      boolean isCall =
          resolution.bodies().view(origin.body()).flatMap(view -> view.call(origin.value()))
              .isPresent();
      RunsOn next =
          isCall
              ? ofCall.apply(origin)
              : origin.value() instanceof Value.Parameter
                  ? ofParameter.apply(origin)
                  : RunsOn.UNKNOWN;
      joined = joined == null ? next : joined.or(next);
    }
    return joined == null ? RunsOn.UNKNOWN : joined;
  }

  private boolean isModelled(Event.Call call) {
    return !resolution.model(call).isNone()
        || resolution.models().covers(call.target().owner());
  }

  private boolean isPublisher(String type) {
    return resolution.models().type(type).kind() == TypeModel.Kind.PUBLISHER;
  }
}
