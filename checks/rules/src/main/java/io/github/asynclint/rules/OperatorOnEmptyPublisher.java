package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.EmptyPublishers;
import java.util.Optional;

/**
 * Does an operator wait for a value that its publisher never emits, so that its callback never runs?
 *
 * <p>So it is, too, with a lambda that by mistake is itself a publisher: it emits nothing, and does not
 * even end.
 */
@AsyncRule(
    summary = "A callback never runs: the publisher above it emits no value",
    tier = 2,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class OperatorOnEmptyPublisher implements Rule {
  private static final String THEN =
      "go on when the publisher has ended: then(..), thenReturn(..), thenMany(..) or andThen(..)";
  private static final String INNER =
      "return the publisher of the inner work itself, without the second arrow";

  @Override
  public void check(Subject subject, Reporter reporter) {
    EmptyPublishers empty = new EmptyPublishers(subject);
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.NEEDS_VALUE)
          && call.receiver().isPresent()
          && !subject.resolution().gaps().inModel(call)) {
        empty
            .cause(subject.body(), call.receiver().get())
            .map(
                cause ->
                    "the callback of "
                        + call.target().name()
                        + " never runs: what "
                        + cause
                        + " yields ends without a value")
            .ifPresent(message -> reporter.report(Report.at(call, message, THEN)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (subject.kindOf(function.interfaceType()) == TypeModel.Kind.PUBLISHER
          && ignoresSubscriber(subject, function)) {
        String message =
            "the lambda is itself a publisher, one that ignores its subscriber: the work in it never"
                + " runs to an end that anybody sees";
        reporter.report(Report.at(function, message, INNER));
      }
    }
  }

  private static boolean ignoresSubscriber(Subject subject, Event.FunctionObject function) {
    Optional<BodyView> body =
        function.code() instanceof Event.Code.LambdaBody lambda
            ? subject.resolution().bodies().view(lambda.callable())
            : Optional.empty();
    return body.filter(view -> view.uses(new Value.Parameter(0)).isEmpty())
        .filter(view -> view.uses(Value.UNKNOWN).isEmpty())
        .isPresent();
  }
}
