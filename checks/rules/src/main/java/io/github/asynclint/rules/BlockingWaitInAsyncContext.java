package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;

/**
 * Does code on a thread that must not block wait for an async result, which that very thread may have to
 * deliver?
 */
@AsyncRule(
    summary = "A thread that must not block waits for an async result",
    tier = 1,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {"ExecutorSelfStarvation", "LockHeldWhileWaiting", "EagerPublisherArgument"})
@AutoService(Rule.class)
public final class BlockingWaitInAsyncContext implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    ContextEffects.check(
        subject,
        reporter,
        EffectModel.Kind.WAITS,
        "waits on",
        "compose instead of waiting: thenCompose, flatMap or compose with the code that needs the "
            + "result");
  }
}
