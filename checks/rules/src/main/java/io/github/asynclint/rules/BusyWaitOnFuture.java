package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.waiting.IdleLoops;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Does a loop do nothing but ask, again and again, whether a future is done? */
@AsyncRule(
    summary = "A loop polls a future until it is done",
    tier = 2,
    section = AsyncRule.Section.BLOCKING)
@AutoService(Rule.class)
public final class BusyWaitOnFuture implements Rule {
  private static final String ADVICE =
      "compose with the code that needs the result (thenAccept, whenComplete), or wait for it with a"
          + " timeout: get(5, SECONDS)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    BodyView body = subject.body();
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.DONE_GUARD) && isCondition(body, call)) {
        IdleLoops.around(body, call)
            .filter(loop -> isOneFuture(subject, call, loop))
            .filter(loop -> IdleLoops.isIdle(subject, loop, Set.of(call.id())))
            .ifPresent(loop -> reporter.report(report(call, call.target().name())));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (asks(subject, function)) {
        IdleLoops.around(body, function)
            .filter(loop -> IdleLoops.isIdle(subject, loop, askingAll(body, function)))
            .ifPresent(loop -> reporter.report(report(function, "each future")));
      }
    }
  }

  private static Report report(Event event, String name) {
    return Report.at(event, name + " is asked again and again until the future is done", ADVICE);
  }

  /** {@code Future::isDone}, or a lambda that does nothing else. */
  private static boolean asks(Subject subject, Event.FunctionObject function) {
    if (function.code() instanceof Event.Code.Reference reference) {
      return subject.resolution().model(reference).is(Role.DONE_GUARD);
    }
    return subject
        .resolution()
        .bodies()
        .view(((Event.Code.LambdaBody) function.code()).callable())
        .filter(
            lambda ->
                lambda.events().size() == 2
                    && lambda.events().get(0) instanceof Event.Call call
                    && subject.model(call).is(Role.DONE_GUARD))
        .isPresent();
  }

  private static boolean isCondition(BodyView body, Event.Call call) {
    return body.usesOfResult(call).stream()
        .anyMatch(use -> use.kind() == BodyView.UseKind.LOOKED_AT);
  }

  /** Whether each round of the loop asks the same future. */
  private static boolean isOneFuture(Subject subject, Event.Call call, Region.Loop loop) {
    Optional<Value> future = call.receiver();
    if (future.isEmpty() || subject.resolution().gaps().inOrigin(subject.body(), future.get())) {
      return false;
    }
    if (future.get() instanceof Value.Result result) {
      Event made = subject.body().events().get(result.event());
      return !made.place().regions().contains(loop.id());
    }
    return !(future.get() instanceof Value.Choice) && !(future.get() instanceof Value.Element);
  }

  /** The stream that asks all futures: the call that takes the reference, and what it is called on. */
  private static Set<Integer> askingAll(BodyView body, Event.FunctionObject function) {
    Set<Integer> asking = new HashSet<>(Set.of(function.id()));
    for (BodyView.Use use : body.usesOfResult(function)) {
      Optional<Event.Call> at =
          use.kind() == BodyView.UseKind.ARGUMENT
              ? Optional.of((Event.Call) use.event())
              : Optional.empty();
      while (at.isPresent() && asking.add(at.get().id())) {
        at = at.get().receiver().flatMap(body::call);
      }
    }
    return asking;
  }
}
