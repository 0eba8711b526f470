package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;

/** Does code on a thread that serves many others keep the processor busy for long? */
@AsyncRule(
    summary = "CPU-heavy work runs on a thread that serves many others",
    tier = 1,
    likelyTier = 2,
    section = AsyncRule.Section.MISPLACED_WORK,
    yieldsTo = {"EagerPublisherArgument"})
@AutoService(Rule.class)
public final class CpuWorkOnEventLoop implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    ContextEffects.check(
        subject,
        reporter,
        EffectModel.Kind.BURNS_CPU,
        "keeps busy",
        "move the work to a worker thread (executeBlocking, publishOn(Schedulers.boundedElastic()), "
            + "an executor of your own)");
  }
}
