package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.HeldLocks;
import java.util.Optional;

/**
 * Is a lock that only its owner thread may release taken before a crossing and released behind it, or a
 * permit given back only if the work succeeds?
 */
@AsyncRule(
    summary = "A lock is held across an async call and released by another thread, or not at all",
    tier = 1,
    section = AsyncRule.Section.STATE)
@AutoService(Rule.class)
public final class LockHeldAcrossAsync implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    HeldLocks locks = new HeldLocks(subject);
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      if (HeldLocks.releases(model) && call.receiver().isPresent()) {
        subject
            .crossings()
            .around(subject.id())
            .ifPresent(
                crossing ->
                    check(reporter, locks, call, call.receiver().get(), model, crossing));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && reference.receiver().isPresent()) {
        MethodModel model = subject.resolution().model(reference);
        Optional<Crossings.Crossing> crossing =
            HeldLocks.releases(model)
                ? subject.crossings().of(subject.body(), function)
                : Optional.empty();
        crossing.ifPresent(
            found ->
                check(reporter, locks, function, reference.receiver().get(), model, found));
      }
    }
  }

  private static void check(
      Reporter reporter,
      HeldLocks locks,
      Event release,
      Value lock,
      MethodModel model,
      Crossings.Crossing crossing) {
    boolean owned = model.is(Role.RELEASES_OWNED_LOCK);
    Optional<Event.Call> taken = locks.takenBefore(release, lock, owned, crossing);
    if (taken.isEmpty() || (!owned && locks.isAlsoGivenBackOnFailure(release, lock, crossing))) {
      return;
    }
    String message =
        owned
            ? "the lock is taken by one thread and released by another, which must not"
            : "the permit is given back only if the work succeeds";
    String advice =
        owned
            ? "release it before the async call, or use something no thread owns: a Semaphore, a"
                + " queue per key"
            : "give it back in whenComplete, which also runs after a failure";
    reporter.report(
        Report.at(release, message, advice)
            .step(step("taken here", crossing.near(), taken.get()))
            .step(
                step(
                    "crosses to another thread in " + Names.method(crossing.call().target()),
                    crossing.at(),
                    crossing.call())));
  }

  private static Step step(String text, BodyView body, Event event) {
    return new Step(
        Step.Kind.RELATED,
        text,
        body.callable().sourceFile(),
        event.place().line());
  }
}
