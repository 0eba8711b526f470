package io.github.asynclint.rules.blocking;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which scheduler of a chain stands where it does not reach the code that it was written for? */
public final class Schedulers {
  private static final int LONGEST_CHAIN = 20;

  private Schedulers() {}

  /** Whether the operator moves the chain to the scheduler that is its only argument. */
  public static boolean moves(Subject subject, Event.Call call, Direction direction) {
    return call.arguments().size() == 1
        && subject.model(call).switches().stream()
            .anyMatch(
                each ->
                    each.direction() == direction
                        && each.target() instanceof ContextSpec.Argument);
  }

  /** The calls above in the chain, from the nearest up to the source; empty if that is not in sight. */
  public static List<Event.Call> above(Subject subject, BodyView body, Event.Call call) {
    List<Event.Call> found = new ArrayList<>();
    Optional<Event.Call> at = call.receiver().flatMap(body::call);
    while (at.isPresent() && found.size() < LONGEST_CHAIN) {
      if (subject.resolution().gaps().inModel(at.get())) {
        return List.of();
      }
      found.add(at.get());
      at =
          subject.model(at.get()).is(Role.OPERATOR)
              ? at.get().receiver().flatMap(body::call)
              : Optional.empty();
    }
    return found;
  }

  /**
   * Whether code on the far side of an operator runs above a scheduler that was meant for it, or may: then
   * that scheduler is what is wrong.
   */
  public static boolean isAboveMisplaced(Subject subject, CallableId code) {
    return subject
        .crossings()
        .around(code)
        .filter(crossing -> isAboveMisplaced(subject, crossing))
        .isPresent();
  }

  /** As {@link #isAboveMisplaced(Subject, CallableId)} for a function object of the body under check. */
  public static boolean isAboveMisplaced(Subject subject, Event.FunctionObject function) {
    return subject
        .crossings()
        .of(subject.body(), function)
        .filter(crossing -> isAboveMisplaced(subject, crossing))
        .isPresent();
  }

  private static boolean isAboveMisplaced(Subject subject, Crossings.Crossing crossing) {
    BodyView body = crossing.at();
    Event.Call at = crossing.call();
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.isEmpty()
          || uses.get(0).kind() != BodyView.UseKind.RECEIVER
          || !(uses.get(0).event() instanceof Event.Call below)) {
        return false;
      }
      if (isMisplaced(subject, body, below) || mayBeScheduler(subject, below)) {
        return true;
      } else if (!subject.model(below).is(Role.OPERATOR)) {
        return false;
      }
      at = below;
    }
    return false;
  }

  private static boolean isMisplaced(Subject subject, BodyView body, Event.Call call) {
    boolean useless =
        moves(subject, call, Direction.DOWN)
            || moves(subject, call, Direction.UP) && ignored(subject, body, call).isPresent();
    return useless && (mayBlock(subject, body, call) || isUnread(subject, body, call));
  }

  /** Whether what the scheduler is, is not known for want of facts. */
  private static boolean isUnread(Subject subject, BodyView body, Event.Call call) {
    Value scheduler = call.arguments().get(0);
    return subject.resolution().gaps().inOrigin(body, scheduler)
        || body.call(scheduler).filter(subject.resolution().gaps()::inModel).isPresent();
  }

  /** Whether the models may say of the call that it moves the chain, could its types be read. */
  private static boolean mayBeScheduler(Subject subject, Event.Call call) {
    return call.arguments().size() == 1
        && (subject.resolution().gaps().inModel(call)
            || call.target().parameters().stream().anyMatch(subject.resolution().gaps()::inType));
  }

  /** Whether the scheduler's threads are made for blocking. */
  public static boolean mayBlock(Subject subject, BodyView body, Event.Call call) {
    ContextKind kind =
        subject.contexts().executor(body, call.arguments().get(0)).context().kind();
    return kind == ContextKind.WORKER || kind == ContextKind.BOUNDED_EXECUTOR;
  }

  /**
   * What makes a scheduler for the source useless: a source that emits on threads of its own, or another
   * such scheduler above.
   */
  public static Optional<Event.Call> ignored(Subject subject, BodyView body, Event.Call call) {
    for (Event.Call above : above(subject, body, call)) {
      MethodModel model = subject.model(above);
      if (model.is(Role.IGNORES_SUBSCRIBER) || moves(subject, above, Direction.UP)) {
        return Optional.of(above).filter(each -> !isBuiltOnCall(body, model, each));
      }
      boolean subscribesOthers =
          above.target().parameters().stream().anyMatch(type -> subject.kindOf(type).isAsync())
              || model.parameters().containsValue(ContextSpec.Relative.SUBSCRIBER);
      if (subscribesOthers) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What the future of a call gets wrong is said by EagerPublisherArgument. */
  private static boolean isBuiltOnCall(BodyView body, MethodModel model, Event.Call source) {
    return model.is(Role.TAKES_VALUE)
        && source.arguments().stream()
            .anyMatch(each -> body.call(each).isPresent() || each instanceof Value.Unknown);
  }

  /** What a callback above does to a thread that must not block. */
  public static Optional<Effect> blockingAbove(Subject subject, Event.Call scheduler) {
    for (Event.Call above : above(subject, subject.body(), scheduler)) {
      for (Value argument : above.arguments()) {
        Optional<Effect> effect = blocking(subject, argument);
        if (effect.isPresent()) {
          return effect;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Effect> blocking(Subject subject, Value argument) {
    BodyView body = subject.body();
    Optional<Event.FunctionObject> function = Callbacks.function(subject, body, argument);
    if (function.isPresent()
        && function.get().code() instanceof Event.Code.Reference reference
        && subject.contexts().runsOn(subject.id(), function.get()).mustNotBlock()) {
      return worst(subject.effects().ofReference(body, function.get(), reference));
    }
    return Callbacks.body(subject, body, argument)
        .filter(code -> subject.contexts().of(code.id()).mustNotBlock())
        .flatMap(code -> worst(subject.effects().summary(code.id())));
  }

  private static Optional<Effect> worst(Map<EffectModel.Kind, Effect> effects) {
    Effect blocks = effects.get(EffectModel.Kind.BLOCKS);
    return Optional.ofNullable(blocks != null ? blocks : effects.get(EffectModel.Kind.WAITS));
  }
}
