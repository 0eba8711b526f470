package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import io.github.asynclint.rules.results.LostFailures;
import java.util.Optional;
import java.util.Set;

/**
 * Does a handler of both outcomes work with the result without a look at the failure, after which the
 * result is null?
 *
 * <p>Silent where the result is only logged or handed on: null is as good as any value there.
 */
@AsyncRule(
    summary = "A handler of both outcomes uses the result and ignores the failure",
    tier = 3,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class IgnoredFailureParameter implements Rule {
  private static final String ADVICE =
      "test the failure first, or use an operator that runs only on success (thenApply, thenAccept)"
          + " and handle the failure in another";

  /** They are made for a value that may be null. */
  private static final Set<String> TAKE_NULL = Set.of("java.util.Optional", "java.util.Objects");

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      // What becomes of a dropped chain is UnhandledAsyncFailure's business, also where it is silent.
      if (call.sink() == Event.Sink.USED
          && subject.model(call).failure() == Failure.HANDLED_IF_READ
          && !subject.resolution().gaps().inModel(call)) {
        call.arguments().stream()
            .flatMap(argument -> Callbacks.lambdaBody(subject, subject.body(), argument).stream())
            .flatMap(handler -> use(subject, handler).stream())
            .findFirst()
            .ifPresent(use -> reporter.report(report(call, use)));
      }
    }
  }

  /** How a handler that ignores the failure uses the result. */
  private static Optional<BodyView.Use> use(Subject subject, BodyView handler) {
    int parameters = handler.callable().parameters().size();
    boolean ignores =
        parameters == 2
            && handler.uses(new Value.Parameter(1)).isEmpty()
            && handler.uses(Value.UNKNOWN).isEmpty()
            && !LostFailures.asksForNull(handler, 0);
    return handler.uses(new Value.Parameter(0)).stream()
        .filter(use -> ignores && breaksOnNull(subject, handler, use))
        .findFirst();
  }

  private static boolean breaksOnNull(Subject subject, BodyView handler, BodyView.Use use) {
    return use.kind() == BodyView.UseKind.RECEIVER
        || (use.kind() == BodyView.UseKind.ARGUMENT
            && use.event() instanceof Event.Call call
            && !subject.model(call).safe()
            && !TAKE_NULL.contains(call.target().owner())
            && !mayTakeNull(subject, handler, call, use.index()));
  }

  /** Whether the called method of the program asks, or may: a method that is out of sight does not. */
  private static boolean mayTakeNull(
      Subject subject, BodyView handler, Event.Call call, int argument) {
    Gaps gaps = subject.resolution().gaps();
    Optional<MethodRef> helper = subject.resolution().target(handler, call);
    return gaps.inModel(call)
        || (helper.isEmpty() && gaps.inReceiver(handler, call))
        || helper.filter(gaps::inBody).isPresent()
        || helper
            .flatMap(method -> subject.resolution().bodies().view(method))
            .filter(body -> LostFailures.asksForNull(body, argument))
            .isPresent();
  }

  private static Report report(Event.Call call, BodyView.Use use) {
    boolean fails = use.kind() == BodyView.UseKind.RECEIVER;
    String message =
        call.target().name()
            + " ignores the failure, after which the result that it uses is null"
            + (fails ? " and throws" : "");
    return Report.at(call, message, ADVICE)
        .certainty(fails ? Certainty.DEFINITE : Certainty.LIKELY);
  }
}
