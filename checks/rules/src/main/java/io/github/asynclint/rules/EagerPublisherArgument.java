package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.AsyncMethods;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.blocking.EagerArguments;
import io.github.asynclint.rules.waiting.Started;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is the work for a publisher's value done while the publisher is built, so that it runs on the wrong
 * thread, when nobody has subscribed, or though nobody needs it?
 */
@AsyncRule(
    summary = "The work for a publisher's value is done when the publisher is built",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.MISPLACED_WORK,
    yieldsTo = {"LockHeldWhileWaiting"})
@AutoService(Rule.class)
public final class EagerPublisherArgument implements Rule {
  private static final List<EffectModel.Kind> KINDS =
      List.of(EffectModel.Kind.BLOCKS, EffectModel.Kind.WAITS, EffectModel.Kind.BURNS_CPU);
  private static final String ADVICE =
      "put the work into the publisher (fromCallable, defer, fromFuture with a supplier), where"
          + " schedulers, retries and fallbacks apply to it";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      Optional<Event.Call> taker = EagerArguments.taker(subject, call);
      if (taker.isEmpty() || subject.resolution().gaps().inModel(taker.get())) {
        continue;
      }
      if (subject.kindOf(call.target().returnType()).isFuture()) {
        checkStarted(subject, reporter, call, taker.get());
      } else if (!subject.body().isInCatch(call)) {
        checkEffects(subject, reporter, call, taker.get());
      }
    }
  }

  /** A future that runs already: a retry gets the same one, a fallback's work is always done. */
  private static void checkStarted(
      Subject subject, Reporter reporter, Event.Call call, Event.Call taker) {
    boolean stage = subject.model(call).is(Role.OPERATOR) && call.receiver().isPresent();
    if (stage || !Started.byItself(subject, subject.body(), call)) {
      return;
    }
    Optional<Event.Call> wanted = EagerArguments.wantedLater(subject, taker);
    boolean assembled = !subject.id().isLambda() && AsyncMethods.around(subject).isPresent();
    if (wanted.isPresent() || assembled) {
      Report report =
          Report.at(
                  call,
                  call.target().name()
                      + " starts when the publisher is built, not when it is subscribed to",
                  ADVICE)
              .certainty(wanted.isPresent() ? Certainty.DEFINITE : Certainty.LIKELY);
      wanted.ifPresent(operator -> report.step(step(subject, operator)));
      reporter.report(report);
    }
  }

  private static void checkEffects(
      Subject subject, Reporter reporter, Event.Call call, Event.Call taker) {
    Map<EffectModel.Kind, Effect> effects = subject.effects().ofCall(subject.body(), call);
    for (EffectModel.Kind kind : KINDS) {
      Effect effect = effects.get(kind);
      if (effect == null || effect.what().equals("lock")) {
        continue;
      }
      RunsOn here = subject.contexts().of(subject.id());
      boolean onLoop = ContextEffects.matters(here, kind);
      boolean inAsyncMethod = AsyncMethods.around(subject).isPresent();
      Optional<Event.Call> wanted =
          here.isHidden() ? Optional.empty() : EagerArguments.wantedLater(subject, taker);
      if (!onLoop && !inAsyncMethod && wanted.isEmpty()) {
        return;
      }
      Certainty limit =
          kind == EffectModel.Kind.BURNS_CPU && !onLoop
              ? Certainty.LIKELY
              : onLoop && wanted.isEmpty() ? here.certainty() : Certainty.DEFINITE;
      Report report =
          Report.at(
                  call,
                  ContextEffects.called(call.target())
                      + " "
                      + Wording.of(kind, effect.what())
                      + " while the publisher is built, before anybody subscribes",
                  ADVICE)
              .certainty(effect.certainty().and(limit));
      if (onLoop) {
        report.steps(here.why());
      }
      wanted.ifPresent(operator -> report.step(step(subject, operator)));
      reporter.report(report.steps(effect.trace()));
      return;
    }
  }

  private static Step step(Subject subject, Event.Call operator) {
    return new Step(
        Step.Kind.RELATED,
        operator.target().name() + " comes too late for it",
        subject.body().callable().sourceFile(),
        operator.place().line());
  }
}
