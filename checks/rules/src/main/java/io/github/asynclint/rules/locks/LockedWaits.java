package io.github.asynclint.rules.locks;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Givens;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What does an event wait for, that a lock around it makes others wait for as well?
 *
 * <p>Waits that stand under a lock of their own in a helper are found there, and those that give the
 * lock back meanwhile are none, so both are left out.
 */
public final class LockedWaits {
  private static final int MAX_HOPS = 12;

  private final Subject subject;
  private final LocksAround locks;

  public LockedWaits(Subject subject, LocksAround locks) {
    this.subject = subject;
    this.locks = locks;
  }

  /** Whether the call waits for a notification on its monitor, which it gives back meanwhile. */
  public boolean isNotified(BodyView body, Event.Call call) {
    return subject.model(call).is(Role.UNLOCKS_WHILE_WAITING)
        && subject.effects().ofCall(body, call).containsKey(EffectModel.Kind.BLOCKS);
  }

  /** The wait of a call, direct or through helpers. */
  public Optional<Effect> of(BodyView body, Event.Call call) {
    return of(body, call, Givens.NONE, new HashSet<>());
  }

  /** The wait of whoever runs the reference. */
  public Optional<Effect> of(
      BodyView body, Event.FunctionObject function, Event.Code.Reference reference) {
    return of(body, function, reference, new HashSet<>());
  }

  private Optional<Effect> of(
      BodyView body, Event.Call call, Givens outer, Set<CallableId> path) {
    Optional<Effect> effect = wait(subject.effects().ofCall(body, call));
    if (effect.isEmpty() || subject.model(call).is(Role.UNLOCKS_WHILE_WAITING)) {
      return Optional.empty();
    }
    Optional<Effect> found =
        subject.resolution().exactModel(body, call).effect().isPresent()
            ? effect
            : through(
                subject.resolution().target(body, call), effect, Givens.of(call, outer), path);
    // A lock around the making of what is kept is there so that the others wait for it.
    return subject.effects().isOnceOnly(body, call)
        ? found.map(each -> each.atMost(Certainty.LIKELY))
        : found;
  }

  private Optional<Effect> of(
      BodyView body,
      Event.FunctionObject function,
      Event.Code.Reference reference,
      Set<CallableId> path) {
    Optional<Effect> effect = wait(subject.effects().ofReference(body, function, reference));
    if (effect.isEmpty()
        || subject.resolution().model(reference).is(Role.UNLOCKS_WHILE_WAITING)) {
      return Optional.empty();
    }
    return subject.resolution().model(reference).effect().isPresent()
        ? effect
        : through(
            subject.resolution().target(body, reference), effect, Givens.NONE, path);
  }

  private Optional<Effect> through(
      Optional<MethodRef> target,
      Optional<Effect> effect,
      Givens givens,
      Set<CallableId> path) {
    boolean ofProgram =
        target
            .map(method -> subject.resolution().program().origin(method.owner()))
            .filter(Program.Origin.PROGRAM::equals)
            .isPresent();
    // What lies inside a library may be a branch that is never taken: only what is sure counts.
    return ofProgram
        ? inside(CallableId.of(target.get()), givens, path)
        : effect.filter(each -> each.certainty() == Certainty.DEFINITE);
  }

  /** The first of the surest waits in a body for which it takes no lock itself. */
  private Optional<Effect> inside(CallableId id, Givens givens, Set<CallableId> path) {
    Optional<BodyView> body = subject.resolution().bodies().view(id);
    if (body.isEmpty() || path.size() >= MAX_HOPS || !path.add(id)) {
      return Optional.empty();
    }
    Optional<Effect> found = Optional.empty();
    for (Event event : body.get().events()) {
      boolean sure =
          found.filter(wait -> wait.certainty() == Certainty.DEFINITE).isPresent();
      if (!sure
          && !subject.effects().isOnFailure(body.get(), event)
          && !givens.exclude(body.get(), event)
          && locks.own(body.get(), event).isEmpty()) {
        Optional<Effect> next =
            at(body.get(), event, givens, path)
                .map(effect -> effect.under(step(body.get(), event)));
        found = Stream.concat(found.stream(), next.stream()).reduce(Effect::orSurer);
      }
    }
    path.remove(id);
    return found;
  }

  private Optional<Effect> at(
      BodyView body, Event event, Givens givens, Set<CallableId> path) {
    if (event instanceof Event.Call call) {
      return of(body, call, givens, path);
    }
    if (event instanceof Event.FunctionObject function
        && subject.contexts().ofFunction(body.id(), function)
            instanceof Relation.Inside inside
        && inside.body().equals(body.id())
        && locks.ofRun(body, function).isEmpty()) {
      Optional<Effect> run =
          function.code() instanceof Event.Code.LambdaBody lambda
              ? inside(lambda.callable(), Givens.NONE, path)
              : of(body, function, (Event.Code.Reference) function.code(), path);
      return subject.effects().isLoader(body, function)
          ? run.map(each -> each.atMost(Certainty.LIKELY))
          : run;
    }
    return Optional.empty();
  }

  private static Step step(BodyView body, Event event) {
    return new Step(
        Step.Kind.PATH,
        Names.callable(body.callable()),
        body.callable().sourceFile(),
        event.place().line());
  }

  /** Waiting for another lock is what locks are for. */
  private static Optional<Effect> wait(Map<EffectModel.Kind, Effect> effects) {
    return Stream.of(EffectModel.Kind.WAITS, EffectModel.Kind.BLOCKS)
        .flatMap(kind -> Stream.ofNullable(effects.get(kind)))
        .filter(effect -> !effect.what().equals("lock"))
        .reduce(Effect::orSurer);
  }
}
