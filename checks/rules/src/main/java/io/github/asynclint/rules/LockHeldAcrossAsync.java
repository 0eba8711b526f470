package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
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
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      if (releases(model) && call.receiver().isPresent()) {
        subject
            .crossings()
            .around(subject.id())
            .ifPresent(
                crossing ->
                    check(subject, reporter, call, call.receiver().get(), model, crossing));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && reference.receiver().isPresent()) {
        MethodModel model = subject.resolution().model(reference);
        Optional<Crossings.Crossing> crossing =
            releases(model)
                ? subject.crossings().of(subject.body(), function)
                : Optional.empty();
        if (crossing.isPresent()) {
          check(
              subject, reporter, function, reference.receiver().get(), model, crossing.get());
        }
      }
    }
  }

  private static boolean releases(MethodModel model) {
    return model.is(Role.RELEASES_OWNED_LOCK) || model.is(Role.RELEASES_PERMIT);
  }

  private static void check(
      Subject subject,
      Reporter reporter,
      Event release,
      Value lock,
      MethodModel model,
      Crossings.Crossing crossing) {
    boolean owned = model.is(Role.RELEASES_OWNED_LOCK);
    SharedVariables variables = new SharedVariables(subject.resolution());
    SharedVariables.Variable variable = variables.of(subject.body(), lock);
    Optional<Event.Call> acquired =
        variables.callOn(
            crossing.near(),
            variable,
            each ->
                each.is(owned ? Role.ACQUIRES_OWNED_LOCK : Role.ACQUIRES_PERMIT)
                    && !each.is(owned ? Role.RELEASES_OWNED_LOCK : Role.RELEASES_PERMIT));
    if (acquired.isEmpty() || acquired.get().id() > crossing.call().id()) {
      return;
    }
    if (!owned && (runsOnFailure(subject, crossing) || releasedElsewhere(subject, variable))) {
      return;
    }
    String message =
        owned
            ? "the lock is taken by one thread and released by another, which must not"
            : "the permit is given back only if the work succeeds";
    String advice =
        owned
            ? "release it before the async call, or use something no thread owns: a Semaphore, a queue "
                + "per key"
            : "give it back in whenComplete, which also runs after a failure";
    reporter.report(
        Report.at(release, message, advice)
            .step(
                new Step(
                    Step.Kind.RELATED,
                    "taken here",
                    crossing.near().callable().sourceFile(),
                    acquired.get().place().line()))
            .step(
                new Step(
                    Step.Kind.RELATED,
                    "crosses to another thread in "
                        + io.github.asynclint.engine.context.Names.method(
                            crossing.call().target()),
                    crossing.near().callable().sourceFile(),
                    crossing.call().place().line())));
  }

  /** Whether the stage that gives the permit back also runs after a failure. */
  private static boolean runsOnFailure(Subject subject, Crossings.Crossing crossing) {
    MethodModel model = subject.model(crossing.call());
    return model.failure() != MethodModel.Failure.PASSED_ON
        || model.is(Role.RUNS_ON_FAILURE)
        || !subject.kindOf(crossing.call().receiverType()).isFuture();
  }

  /** Whether another place of the method gives the permit back: the failure path, most likely. */
  private static boolean releasedElsewhere(
      Subject subject, SharedVariables.Variable variable) {
    SharedVariables variables = new SharedVariables(subject.resolution());
    long releases = 0;
    for (BodyView body : subject.resolution().bodies().ofType(subject.body().callable().type())) {
      if (body.id().method().equals(subject.id().method())) {
        releases += variables.uses(body, variable, each -> each.is(Role.RELEASES_PERMIT));
      }
    }
    return releases > 1;
  }
}
