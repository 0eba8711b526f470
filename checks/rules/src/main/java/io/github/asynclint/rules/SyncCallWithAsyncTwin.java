package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.AsyncMethods;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.blocking.EagerArguments;
import io.github.asynclint.rules.blocking.Schedulers;
import io.github.asynclint.rules.blocking.TwinCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is a method called where nobody may wait, although its type offers the same as an async method?
 *
 * <p>That there is a twin is all the evidence that the call waits, where nothing more is known of it.
 */
@AsyncRule(
    summary = "A synchronous method is called in async code although it has an async twin",
    tier = 3,
    section = AsyncRule.Section.CONTRACTS,
    yieldsTo = {
      "BlockingCallInAsyncContext",
      "BlockingWaitInAsyncContext",
      "FakeAsync",
      "LockHeldWhileWaiting",
      "EagerPublisherArgument",
      "AsyncContractBroken"
    })
@AutoService(Rule.class)
public final class SyncCallWithAsyncTwin implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    TwinCalls twins = new TwinCalls(subject);
    for (Event.Call call : subject.calls()) {
      Optional<TypeFacts.Method> twin = twins.offered(call.target(), call.receiverType());
      Optional<Place> place = twin.flatMap(offered -> place(subject, call));
      if (place.isPresent()
          && twins.isWorse(call, twin.get())
          && !EagerArguments.mayBe(subject, call)) {
        reporter.report(
            report(call, call.target(), twin.get().ref(), place.get())
                .steps(path(subject.effects().ofCall(subject.body(), call))));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        MethodRef method = reference.method();
        Optional<TypeFacts.Method> twin = twins.offered(method, method.owner());
        Optional<Place> place = twin.flatMap(offered -> place(subject, function));
        if (place.isPresent() && twins.isWorse(function, reference, twin.get())) {
          reporter.report(
              report(function, method, twin.get().ref(), place.get())
                  .steps(
                      path(subject.effects().ofReference(subject.body(), function, reference))));
        }
      }
    }
  }

  /** Why nobody may wait at some place. */
  private record Place(String text, RunsOn runsOn) {}

  private static Optional<Place> place(Subject subject, Event.Call call) {
    RunsOn here = subject.contexts().of(subject.id());
    if (here.mustNotBlock()) {
      return Optional.of(here)
          .filter(each -> !Schedulers.isAboveMisplaced(subject, subject.id()))
          .map(SyncCallWithAsyncTwin::context);
    }
    return subject.body().isInCatch(call) ? Optional.empty() : asyncMethod(subject);
  }

  private static Optional<Place> place(Subject subject, Event.FunctionObject function) {
    RunsOn there = subject.contexts().runsOn(subject.id(), function);
    if (there.mustNotBlock()) {
      return Optional.of(there)
          .filter(each -> !Schedulers.isAboveMisplaced(subject, function))
          .map(SyncCallWithAsyncTwin::context);
    }
    Relation relation = subject.contexts().ofFunction(subject.id(), function);
    return relation.equals(new Relation.Inside(subject.id())) && !subject.body().isInCatch(function)
        ? asyncMethod(subject)
        : Optional.empty();
  }

  private static Place context(RunsOn runsOn) {
    return new Place("runs on " + runsOn.context().label(), runsOn);
  }

  private static Optional<Place> asyncMethod(Subject subject) {
    return AsyncMethods.around(subject)
        .map(
            method ->
                new Place(
                    "is called in "
                        + method.name()
                        + ", which returns "
                        + Names.simple(method.returnType()),
                    RunsOn.UNKNOWN));
  }

  private static Report report(Event event, MethodRef method, MethodRef twin, Place place) {
    String message =
        ContextEffects.called(method)
            + " "
            + place.text()
            + ", and probably waits: "
            + Names.simple(twin.owner())
            + " offers "
            + twin.name()
            + " besides";
    String offer = Names.qualified(twin) + " returns " + Names.simple(twin.returnType());
    return Report.at(
            event,
            message,
            "call " + twin.name() + " and compose what follows with its result")
        .certainty(Certainty.LIKELY)
        .steps(place.runsOn().why())
        .step(new Step(Step.Kind.RELATED, offer, "", 0));
  }

  private static List<Step> path(Map<EffectModel.Kind, Effect> effects) {
    return effects.values().stream()
        .filter(effect -> effect.kind() != EffectModel.Kind.BURNS_CPU)
        .map(Effect::trace)
        .findFirst()
        .orElse(List.of());
  }
}
