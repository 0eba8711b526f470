package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.locks.LocksAround;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Does a thread complete a future while it holds a lock, so that code of others runs under that lock?
 *
 * <p>A future that is made in the same body has nobody who depends on it yet.
 */
@AsyncRule(
    summary = "A future is completed while a lock is held",
    tier = 3,
    section = AsyncRule.Section.STATE)
@AutoService(Rule.class)
public final class CompletionUnderLock implements Rule {
  private static final int MAX_HELPERS = 3;
  private static final String ADVICE =
      "take the future out of what the lock guards, release the lock, and complete it then; or"
          + " complete it on an executor (completeAsync)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    LocksAround locks = new LocksAround(subject);
    for (Event.Call call : subject.calls()) {
      List<LocksAround.Held> held = locks.of(subject.body(), call);
      if (!held.isEmpty()) {
        completes(
                subject,
                locks,
                subject.body(),
                call,
                future -> isOwn(subject, subject.body(), future),
                MAX_HELPERS)
            .ifPresent(
                path -> reporter.report(report(call, call.target(), held.get(0), path)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && subject.resolution().model(reference).is(Role.RUNS_DEPENDENTS)) {
        List<LocksAround.Held> held = locks.ofRun(subject.body(), function);
        boolean fresh =
            reference.receiver().filter(made -> isOwn(subject, subject.body(), made)).isPresent();
        if (!held.isEmpty() && !fresh) {
          reporter.report(report(function, reference.method(), held.get(0), List.of()));
        }
      }
    }
  }

  private static Report report(
      Event event, MethodRef method, LocksAround.Held held, List<Step> path) {
    String message =
        ContextEffects.called(method)
            + " completes a future while a lock is held, so whatever others have attached to it runs"
            + " under the lock";
    return Report.at(event, message, ADVICE).step(held.taken()).steps(path);
  }

  /** The way to the completion, if the call completes a future that others may know. */
  private static Optional<List<Step>> completes(
      Subject subject,
      LocksAround locks,
      BodyView body,
      Event.Call call,
      Predicate<Value> own,
      int helpers) {
    if (subject.model(call).is(Role.RUNS_DEPENDENTS)) {
      boolean known = call.receiver().filter(own.negate()).isPresent();
      return known ? Optional.of(List.of()) : Optional.empty();
    }
    Optional<BodyView> helper =
        helpers == 0
            ? Optional.empty()
            : subject.resolution().target(body, call).flatMap(subject.resolution().bodies()::view);
    if (helper.isEmpty()) {
      return Optional.empty();
    }
    Predicate<Value> ownThere =
        future ->
            future instanceof Value.Parameter parameter
                ? parameter.index() < call.arguments().size()
                    && own.test(call.arguments().get(parameter.index()))
                : isOwn(subject, helper.get(), future);
    for (Event event : helper.get().events()) {
      if (event instanceof Event.Call inner
          && !helper.get().isInCatch(inner)
          && locks.own(helper.get(), inner).isEmpty()) {
        Optional<List<Step>> path = 
            completes(subject, locks, helper.get(), inner, ownThere, helpers - 1);
        if (path.isPresent()) {
          List<Step> whole = new ArrayList<>();
          whole.add(step(helper.get(), inner));
          whole.addAll(path.get());
          return Optional.of(whole);
        }
      }
    }
    return Optional.empty();
  }

  private static Step step(BodyView body, Event event) {
    return new Step(
        Step.Kind.PATH,
        Names.callable(body.callable()),
        body.callable().sourceFile(),
        event.place().line());
  }

  /** Whether the future is made by the very body, or may be, for want of facts. */
  private static boolean isOwn(Subject subject, BodyView body, Value future) {
    return subject.resolution().gaps().inOrigin(body, future)
        || BodyView.alternatives(future).stream()
            .map(each -> subject.resolution().origins().variable(new Located(body.id(), each)))
            .anyMatch(
                origin ->
                    subject
                        .resolution()
                        .bodies()
                        .view(origin.body())
                        .flatMap(view -> view.call(origin.value()))
                        .filter(made -> made.target().isConstructor() || isPromise(subject, made))
                        .isPresent());
  }

  private static boolean isPromise(Subject subject, Event.Call made) {
    return subject.model(made).is(Role.MAKES_PROMISE);
  }
}
