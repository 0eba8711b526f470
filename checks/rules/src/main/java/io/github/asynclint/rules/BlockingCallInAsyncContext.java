package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;

/**
 * Does code on a thread that must not block wait for a disk, a socket, a clock or another thread, directly
 * or through helpers?
 */
@AsyncRule(
    summary = "A blocking call runs on a thread that must not block",
    tier = 1,
    likelyTier = 2,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {"BlockingWaitInAsyncContext", "LockHeldWhileWaiting", "EagerPublisherArgument"})
@AutoService(Rule.class)
public final class BlockingCallInAsyncContext implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    ContextEffects.check(
        subject,
        reporter,
        EffectModel.Kind.BLOCKS,
        "blocks",
        "move the call to a thread that may block (executeBlocking, "
            + "subscribeOn(Schedulers.boundedElastic()), an executor of your own), or call the "
            + "library's async variant");
  }
}
