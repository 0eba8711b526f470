package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Callbacks;
import io.github.asynclint.rules.waiting.HandedOver;
import io.github.asynclint.rules.waiting.Wait;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Is work handed to another thread only to wait for it at once, or a plain value wrapped only to be
 * unwrapped again?
 *
 * <p>Silent where the other thread may be the point: an executor that is not just any worker pool, a
 * timeout, a retry. Waiting for an API that is async by itself is no work handed over.
 */
@AsyncRule(
    summary = "Work is handed to another thread and waited for at once, or a value wrapped for nothing",
    tier = 2,
    section = AsyncRule.Section.MISPLACED_WORK,
    yieldsTo = {
      "BlockingWaitInAsyncContext",
      "LockHeldWhileWaiting",
      "ExecutorSelfStarvation",
      "BlockingOnCommonPool",
      "FakeAsync",
      "EagerPublisherArgument",
      "SequentialAwait"
    })
@AutoService(Rule.class)
public final class AsyncWithoutBenefit implements Rule {
  private static final String CALL_IT =
      "call the work directly; or start it early, do something else meanwhile, and wait late";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      Wait.of(subject, subject.body(), call)
          .filter(wait -> !wait.isTimed() && HandedOver.forNothing(subject, wait))
          .ifPresent(
              wait ->
                  reporter.report(
                      waited(subject, call, wait.start(), Certainty.DEFINITE)));
      HandedOver.threadJoinedAtOnce(subject, call)
          .ifPresent(
              start ->
                  reporter.report(
                      waited(subject, call, start, Certainty.LIKELY)));
      checkWrapping(subject, reporter, call);
    }
  }

  private static Report waited(
      Subject subject, Event.Call call, Event.Call start, Certainty certainty) {
    String message =
        call.target().name()
            + " waits at once for the work that "
            + start.target().name()
            + " hands over: the caller could do it itself";
    return Report.at(call, message, CALL_IT)
        .certainty(certainty)
        .step(
            new Step(
                Step.Kind.RELATED,
                "handed over here",
                subject.body().callable().sourceFile(),
                start.place().line()));
  }

  /** {@code thenCompose(x -> completedFuture(f(x)))} is {@code thenApply(x -> f(x))}. */
  private static void checkWrapping(Subject subject, Reporter reporter, Event.Call call) {
    MethodModel model = subject.model(call);
    List<Integer> flattened =
        IntStream.range(0, call.arguments().size())
            .filter(i -> model.callbackResults().get(i) == CallbackResult.FLATTENED)
            .boxed()
            .toList();
    if (flattened.size() != 1 || subject.resolution().gaps().inModel(call)) {
      return;
    }
    Value callback = call.arguments().get(flattened.get(0));
    List<Event.Call> wrapped = wrappedValues(subject, callback);
    if (!wrapped.isEmpty() && subject.resolution().gaps().inBodies()) {
      // What the callback calls may block, which another rule then says.
      wrapped = List.of();
    }
    Optional<String> plain = plainTwin(subject, call);
    boolean bare =
        Callbacks.function(subject, subject.body(), callback)
            .filter(function -> function.code() instanceof Event.Code.Reference)
            .map(function -> (Event.Code.Reference) function.code())
            .filter(reference -> subject.resolution().model(reference).is(Role.WRAPS_VALUE))
            .isPresent();
    if (plain.isPresent() && (bare || !wrapped.isEmpty())) {
      String message =
          call.target().name() + " unwraps what its callback has just wrapped: nothing here is async";
      reporter.report(
          Report.at(call, message, "use " + plain.get() + ", which takes the plain value")
              .fix(Fixes.unwrap(call, wrapped, plain.get())));
    }
  }

  /** The calls that wrap the values which the callback returns; empty if some value is not wrapped. */
  private static List<Event.Call> wrappedValues(Subject subject, Value callback) {
    return Callbacks.body(subject, subject.body(), callback)
        .filter(
            body ->
                body.events().stream()
                    .filter(Event.Call.class::isInstance)
                    .allMatch(
                        each ->
                            !subject.resolution().gaps().inModel((Event.Call) each)
                                && subject.effects().ofCall(body, (Event.Call) each).isEmpty()))
        .map(
            body -> {
              List<Optional<Event.Call>> calls =
                  body.returned().stream()
                      .map(
                          value ->
                              body.call(value)
                                  .filter(each -> subject.model(each).is(Role.WRAPS_VALUE)))
                      .toList();
              return calls.stream().allMatch(Optional::isPresent)
                  ? calls.stream().map(Optional::get).toList()
                  : List.<Event.Call>of();
            })
        .orElse(List.of());
  }

  /** The operator of the same type whose flattening twin this one is. */
  private static Optional<String> plainTwin(Subject subject, Event.Call call) {
    String owner = call.target().owner();
    return subject.resolution().program().type(owner).stream()
        .flatMap(type -> type.methods().stream())
        .map(TypeFacts.Method::ref)
        .filter(
            method ->
                subject
                    .resolution()
                    .models()
                    .method(method, owner)
                    .flatTwin()
                    .filter(call.target().name()::equals)
                    .isPresent())
        .map(method -> method.name())
        .findFirst();
  }
}
