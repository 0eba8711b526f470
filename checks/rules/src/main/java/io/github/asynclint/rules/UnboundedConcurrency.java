package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.waiting.EachElement;
import io.github.asynclint.rules.waiting.Requests;
import java.util.Optional;

/**
 * Does code start a thread, a task or a request for each element of something, however many there are?
 *
 * <p>Silent where something holds the next one back, and where the number is decided nearby.
 */
@AsyncRule(
    summary = "A thread, task or request is started for each element, without a bound",
    tier = 3,
    policy = true,
    section = AsyncRule.Section.MISPLACED_WORK)
@AutoService(Rule.class)
public final class UnboundedConcurrency implements Rule {
  private static final String ADVICE =
      "bound it: a pool of fixed size, a Semaphore around the calls, flatMap with a concurrency,"
          + " batches";

  @Override
  public void check(Subject subject, Reporter reporter) {
    EachElement elements = new EachElement(subject);
    for (Event.Call call : subject.calls()) {
      Optional<String> started = started(subject, subject.body(), call);
      if (started.isPresent() && elements.isMadeForEach(call)) {
        reporter.report(report(call, call.target(), started.get()));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && Requests.isMade(subject, subject.body(), reference)
          && elements.isGivenEach(subject.body(), function)) {
        reporter.report(report(function, reference.method(), "a request"));
      }
    }
  }

  private static Report report(Event event, MethodRef method, String what) {
    String message =
        method.name() + " starts " + what + " for each element, as many at a time as there are";
    return Report.at(event, message, ADVICE).certainty(Certainty.LIKELY);
  }

  /** What a call starts that takes room until it is done. */
  private static Optional<String> started(
      Subject subject, BodyView body, Event.Call call) {
    MethodModel model = subject.model(call);
    if (subject.resolution().gaps().inModel(call)) {
      return Optional.empty();
    }
    if (model.is(Role.STARTS)) {
      return call.receiver()
          .flatMap(body::call)
          .filter(made -> made.target().isConstructor())
          .filter(
              made ->
                  subject.model(made).parameters().values().stream()
                      .anyMatch(UnboundedConcurrency::isNewThread))
          .map(made -> "a thread");
    }
    for (ContextSpec spec : model.parameters().values()) {
      Optional<Value> executor =
          spec instanceof ContextSpec.Argument argument
              ? Optional.of(call.arguments().get(argument.index()))
              : spec == ContextSpec.Relative.RECEIVER ? call.receiver() : Optional.empty();
      if (executor.filter(value -> grows(subject, body, value)).isPresent()) {
        return Optional.of("a task with a thread of its own");
      }
    }
    return model.parameters().isEmpty() && Requests.isMade(subject, body, call)
        ? Optional.of("a request")
        : Optional.empty();
  }

  private static boolean isNewThread(ContextSpec spec) {
    return spec instanceof ContextSpec.Absolute absolute
        && absolute.context().kind() == ContextKind.NEW_THREAD;
  }

  private static boolean grows(Subject subject, BodyView body, Value executor) {
    return subject
        .resolution()
        .origins()
        .originCall(new Located(body.id(), executor))
        .filter(made -> subject.model(made).is(Role.GROWS))
        .isPresent();
  }
}
