package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.AsyncMethods;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.blocking.EagerArguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does a method that promises a future or publisher block its caller before it returns one?
 *
 * <p>Methods that a framework is known to run on some thread are not its business: on an event loop
 * that is a blocking call there, on a worker it is right.
 */
@AsyncRule(
    summary = "A method of async signature blocks its caller before it returns",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {"LockHeldWhileWaiting", "EagerPublisherArgument"})
@AutoService(Rule.class)
public final class FakeAsync implements Rule {
  private static final List<EffectModel.Kind> KINDS =
      List.of(EffectModel.Kind.BLOCKS, EffectModel.Kind.WAITS);
  private static final String ADVICE =
      "defer the blocking work and give it a thread that may block: supplyAsync(work, executor), "
          + "fromCallable(work).subscribeOn(Schedulers.boundedElastic()), executeBlocking(work)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Optional<MethodRef> method = AsyncMethods.around(subject);
    if (method.isEmpty()) {
      return;
    }
    for (Event.Call call : subject.calls()) {
      if (!subject.body().isInCatch(call) && !EagerArguments.mayBe(subject, call)) {
        report(subject, reporter, call, call.target(), method.get(),
            subject.effects().ofCall(subject.body(), call));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      Relation relation = subject.contexts().ofFunction(subject.id(), function);
      if (function.code() instanceof Event.Code.Reference reference
          && relation.equals(new Relation.Inside(subject.id()))) {
        report(subject, reporter, function, reference.method(), method.get(),
            subject.effects().ofReference(subject.body(), function, reference));
      }
    }
  }

  private static void report(
      Subject subject,
      Reporter reporter,
      Event event,
      MethodRef called,
      MethodRef method,
      Map<EffectModel.Kind, Effect> effects) {
    Optional<Effect> surest =
        KINDS.stream()
            .flatMap(kind -> Stream.ofNullable(effects.get(kind)))
            .filter(effect -> !effect.what().equals("lock"))
            .reduce(Effect::orSurer);
    if (surest.isPresent()) {
      Effect effect = surest.get();
      String message =
          method.name()
              + " returns "
              + Names.simple(method.returnType())
              + " but blocks its caller: "
              + ContextEffects.called(called)
              + " "
              + Wording.of(effect.kind(), effect.what());
      reporter.report(
          Report.at(event, message, ADVICE)
              .certainty(effect.certainty())
              .steps(effect.trace()));
    }
  }
}
