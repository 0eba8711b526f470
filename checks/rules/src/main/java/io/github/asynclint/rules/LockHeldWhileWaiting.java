package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.locks.LockedWaits;
import io.github.asynclint.rules.locks.LocksAround;
import io.github.asynclint.rules.locks.OwnMonitors;
import io.github.asynclint.rules.locks.Pinning;
import java.util.List;
import java.util.Set;

/**
 * Does a thread wait for an async result, a clock or the outside world while it holds a lock that others
 * then wait for too?
 */
@AsyncRule(
    summary = "A thread waits while it holds a lock",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.STATE,
    yieldsTo = {"PinnedVirtualThread", "ExecutorSelfStarvation"})
@AutoService(Rule.class)
public final class LockHeldWhileWaiting implements Rule {
  /** Whoever guards a file or a stream with a lock may well mean to: the waits are short as a rule. */
  private static final Set<String> OFTEN_GUARDED = Set.of("file", "io", "dns");

  private static final String ADVICE =
      "move the wait out of the lock: read what it guards, release it, wait, and take it again to"
          + " store the result; or keep the future itself under the lock";

  @Override
  public void check(Subject subject, Reporter reporter) {
    if (Pinning.isHidden(subject)) {
      return;
    }
    LocksAround locks = new LocksAround(subject);
    LockedWaits waits = new LockedWaits(subject, locks);
    for (Event.Call call : subject.calls()) {
      if (subject.effects().isOnFailure(subject.body(), call)) {
        continue;
      }
      List<LocksAround.Held> held = locks.of(subject.body(), call);
      if (!held.isEmpty()) {
        waits
            .of(subject.body(), call)
            .filter(each -> held.size() > 1 || !OwnMonitors.guard(subject, call, each))
            .ifPresent(
                each -> reporter.report(report(call, call.target(), held.get(0), each)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        List<LocksAround.Held> held = locks.ofRun(subject.body(), function);
        if (!held.isEmpty()) {
          waits
              .of(subject.body(), function, reference)
              .ifPresent(
                  each ->
                      reporter.report(report(function, reference.method(), held.get(0), each)));
        }
      }
    }
  }

  private static Report report(
      Event event, MethodRef method, LocksAround.Held held, Effect effect) {
    String message =
        ContextEffects.called(method)
            + " "
            + Wording.of(effect.kind(), effect.what())
            + " while a lock is held, and whoever wants the lock waits as long";
    Certainty certainty =
        OFTEN_GUARDED.contains(effect.what()) ? Certainty.LIKELY : effect.certainty();
    return Report.at(event, message, ADVICE)
        .certainty(certainty)
        .step(held.taken())
        .steps(effect.trace());
  }
}
