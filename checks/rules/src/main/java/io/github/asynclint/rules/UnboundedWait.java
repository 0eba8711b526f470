package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel.Kind;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.waiting.HeldThreads;
import io.github.asynclint.rules.waiting.TimeLimits;
import io.github.asynclint.rules.waiting.UntimedWaits;
import java.util.List;
import java.util.Map;

/**
 * Does a thread wait for an async result or a latch with no end, so that what never comes takes the thread
 * along?
 *
 * <p>Silent in main and on virtual threads, where what is waited for is known to be there, and where
 * somebody has set a time.
 */
@AsyncRule(
    summary = "A wait for an async result has no timeout",
    tier = 3,
    policy = true,
    plainWaits = true,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {
      "BlockingOnCommonPool",
      "ExecutorSelfStarvation",
      "LockHeldWhileWaiting",
      "EagerPublisherArgument"
    })
@AutoService(Rule.class)
public final class UnboundedWait implements Rule {
  private static final String ADVICE =
      "give the wait or the work a timeout: get(5, SECONDS), orTimeout, timeout(Duration), atMost";

  @Override
  public void check(Subject subject, Reporter reporter) {
    UntimedWaits untimed = new UntimedWaits(subject);
    List<Event.Call> calls = subject.calls().stream().filter(untimed::include).toList();
    List<Event.FunctionObject> references =
        subject.functions().stream()
            .filter(
                function ->
                    function.code() instanceof Event.Code.Reference reference
                        && untimed.include(reference))
            .toList();
    if ((calls.isEmpty() && references.isEmpty()) || isNotJudged(subject)) {
      return;
    }
    HeldThreads threads = new HeldThreads(subject);
    if (!calls.isEmpty() && threads.runBody()) {
      calls.forEach(call -> check(subject, call, reporter));
    }
    for (Event.FunctionObject function : references) {
      Event.Code.Reference reference = (Event.Code.Reference) function.code();
      Map<Kind, Effect> effects =
          subject.effects().ofReference(subject.body(), function, reference);
      if (threads.run(function) && effects.containsKey(Kind.WAITS)) {
        reporter.report(report(function, reference.method(), Certainty.LIKELY));
      }
    }
  }

  private static boolean isNotJudged(Subject subject) {
    return isMain(subject.id().method())
        || isOfAsyncMethod(subject)
        || mayHideLock(subject)
        || new HeldThreads(subject).mayStarve()
        || new TimeLimits(subject).mayStandIn(subject.id().method());
  }

  private static void check(Subject subject, Event.Call call, Reporter reporter) {
    Map<Kind, Effect> effects = subject.effects().ofCall(subject.body(), call);
    if (effects.containsKey(Kind.WAITS)) {
      // Who makes the future, or the client that is asked, may have set a time.
      reporter.report(report(call, call.target(), Certainty.LIKELY));
    } else if (effects.containsKey(Kind.BLOCKS)) {
      reporter.report(report(call, call.target(), effects.get(Kind.BLOCKS).certainty()));
    }
  }

  private static Report report(Event event, MethodRef method, Certainty certainty) {
    String message =
        method.name() + " waits without a timeout: where nothing comes, the thread is lost";
    return Report.at(event, message, ADVICE).certainty(certainty);
  }

  private static boolean isMain(MethodRef method) {
    return method.name().equals("main") && method.returnsVoid();
  }

  /** A method that yields a future is not to wait at all, which another rule says; its tasks may. */
  private static boolean isOfAsyncMethod(Subject subject) {
    String returned = subject.id().method().returnType();
    boolean isTask =
        subject.id().isLambda() && subject.contexts().withCallers(subject.id()).isKnown();
    return !isTask
        && (subject.kindOf(returned).isAsync() || subject.resolution().gaps().inType(returned));
  }

  /** Whether a lock is taken and nobody knows which, so that a wait may stand under it. */
  private static boolean mayHideLock(Subject subject) {
    return subject.calls().stream()
        .filter(call -> call.receiver().filter(Gaps::inValue).isPresent())
        .anyMatch(call -> subject.model(call).is(Role.ACQUIRES_OWNED_LOCK));
  }
}
