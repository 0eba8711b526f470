package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.RunsOn;
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
import io.github.asynclint.rules.locks.Pinning;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does a virtual thread wait inside a monitor, so that on Java 21 to 23 the platform thread below it waits
 * too?
 *
 * <p>Access to files keeps the platform thread whether or not a monitor is held.
 */
@AsyncRule(
    summary = "A virtual thread waits inside synchronized, which pins its platform thread",
    tier = 2,
    section = AsyncRule.Section.RUNTIME)
@AutoService(Rule.class)
public final class PinnedVirtualThread implements Rule {
  private static final Set<String> KEEPS_ITS_THREAD_ANYWAY = Set.of("file", "dns");
  private static final String ADVICE =
      "guard it with a ReentrantLock, which lets the platform thread go, or move the wait out of"
          + " synchronized; Java 24 and later do not pin here";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Optional<RunsOn> thread = Pinning.of(subject);
    if (thread.isEmpty()) {
      return;
    }
    RunsOn here = thread.get();
    LocksAround locks = new LocksAround(subject);
    LockedWaits waits = new LockedWaits(subject, locks);
    for (Event.Call call : subject.calls()) {
      Optional<LocksAround.Held> held = monitor(locks.of(subject.body(), call));
      if (held.isPresent() && waits.isNotified(subject.body(), call)) {
        reporter.report(
            report(
                call,
                call.target(),
                "waits for a notification",
                held.get(),
                here,
                Certainty.DEFINITE));
      } else if (held.isPresent()) {
        waits
            .of(subject.body(), call)
            .filter(PinnedVirtualThread::letsGo)
            .ifPresent(
                effect ->
                    reporter.report(report(call, call.target(), held.get(), effect, here)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        Optional<LocksAround.Held> held = monitor(locks.ofRun(subject.body(), function));
        held.flatMap(lock -> waits.of(subject.body(), function, reference))
            .filter(PinnedVirtualThread::letsGo)
            .ifPresent(
                effect ->
                    reporter.report(
                        report(function, reference.method(), held.get(), effect, here)));
      }
    }
  }

  private static Optional<LocksAround.Held> monitor(List<LocksAround.Held> held) {
    return held.stream().filter(LocksAround.Held::monitor).findFirst();
  }

  /** Whether the wait would let the platform thread go, if it were not for the monitor. */
  private static boolean letsGo(Effect effect) {
    return !KEEPS_ITS_THREAD_ANYWAY.contains(effect.what());
  }

  private static Report report(
      Event event, MethodRef method, LocksAround.Held held, Effect effect, RunsOn here) {
    String why = Wording.of(effect.kind(), effect.what());
    return report(event, method, why, held, here, effect.certainty()).steps(effect.trace());
  }

  private static Report report(
      Event event,
      MethodRef method,
      String why,
      LocksAround.Held held,
      RunsOn here,
      Certainty certainty) {
    String message =
        ContextEffects.called(method)
            + " "
            + why
            + " inside a monitor, so it pins the platform thread that runs "
            + here.context().label();
    return Report.at(event, message, ADVICE)
        .certainty(certainty.and(here.certainty()))
        .steps(here.why())
        .step(held.taken());
  }
}
