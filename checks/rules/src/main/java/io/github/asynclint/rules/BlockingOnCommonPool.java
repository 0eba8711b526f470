package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.executors.ParallelStreams;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does code block or wait on a thread of the common pool, of which there are as many as cores? */
@AsyncRule(
    summary = "A blocking call runs on the common pool",
    tier = 2,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {
      "BlockingCallInAsyncContext",
      "BlockingWaitInAsyncContext",
      "ExecutorSelfStarvation",
      "FakeAsync",
      "LockHeldWhileWaiting"
    })
@AutoService(Rule.class)
public final class BlockingOnCommonPool implements Rule {
  private static final String ADVICE =
      "pass an executor of your own that is meant for blocking work: supplyAsync(work, executor);"
          + " in place of a parallel stream start the calls on one and collect the futures";

  @Override
  public void check(Subject subject, Reporter reporter) {
    ParallelStreams streams = new ParallelStreams(subject);
    Optional<Place> here =
        place(subject.contexts().of(subject.id())).or(() -> place(streams.around(subject.body())));
    if (here.isPresent()) {
      for (Event.Call call : subject.calls()) {
        effect(subject.effects().ofCall(subject.body(), call))
            .ifPresent(each -> reporter.report(report(call, call.target(), here.get(), each)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        Optional<Place> there =
            place(subject.contexts().runsOn(subject.id(), function))
                .or(() -> place(streams.taking(subject.body(), function)));
        there
            .flatMap(
                place ->
                    effect(subject.effects().ofReference(subject.body(), function, reference)))
            .ifPresent(
                each ->
                    reporter.report(report(function, reference.method(), there.get(), each)));
      }
    }
  }

  /** How sure it is that code runs on the common pool, and why. */
  private record Place(Certainty certainty, List<Step> why) {}

  private static Optional<Place> place(RunsOn runsOn) {
    return runsOn.context().kind() == ContextKind.COMMON_POOL
        ? Optional.of(new Place(runsOn.certainty(), runsOn.why()))
        : Optional.empty();
  }

  private static Optional<Place> place(Optional<Step> parallel) {
    return parallel.map(step -> new Place(Certainty.DEFINITE, List.of(step)));
  }

  private static Optional<Effect> effect(Map<EffectModel.Kind, Effect> effects) {
    Effect waits = effects.get(EffectModel.Kind.WAITS);
    return waits != null
        ? Optional.of(waits)
        : Optional.ofNullable(effects.get(EffectModel.Kind.BLOCKS))
            .filter(effect -> !effect.what().equals("lock"));
  }

  private static Report report(Event event, MethodRef method, Place place, Effect effect) {
    String message =
        ContextEffects.called(method)
            + " blocks a thread of the common pool: it "
            + Wording.of(effect.kind(), effect.what());
    return Report.at(event, message, ADVICE)
        .certainty(place.certainty().and(effect.certainty()))
        .steps(place.why())
        .steps(effect.trace());
  }
}
