package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.executors.DefaultExecutors;
import io.github.asynclint.rules.executors.DefaultExecutors.Default;
import java.util.Optional;

/**
 * Is work left to the common pool because a call that could name an executor does not?
 *
 * <p>Who passes the common pool has chosen it.
 */
@AsyncRule(
    summary = "Work goes to the common pool because no executor is named",
    tier = 3,
    policy = true,
    section = AsyncRule.Section.RUNTIME,
    yieldsTo = {"AsyncWithoutBenefit"})
@AutoService(Rule.class)
public final class ImplicitCommonPool implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    DefaultExecutors defaults = new DefaultExecutors(subject);
    for (Event.Call call : subject.calls()) {
      if (leavesToPool(subject, call.target(), subject.model(call))
          && !passesOn(subject, call.target())) {
        certainty(defaults, subject, call.receiver())
            .ifPresent(sure -> reporter.report(report(call, call.target(), sure)));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && (reference.dispatch() == Event.Dispatch.STATIC || reference.receiver().isPresent())
          && leavesToPool(
              subject, reference.method(), subject.resolution().model(reference))) {
        certainty(defaults, subject, reference.receiver())
            .ifPresent(sure -> reporter.report(report(function, reference.method(), sure)));
      }
    }
  }

  private static Optional<Certainty> certainty(
      DefaultExecutors defaults, Subject subject, Optional<Value> receiver) {
    Default known =
        receiver.map(stage -> defaults.of(subject.body(), stage)).orElse(Default.PLATFORM);
    return switch (known) {
      case PLATFORM -> Optional.of(Certainty.DEFINITE);
      case PROBABLY_PLATFORM -> Optional.of(Certainty.LIKELY);
      case UNKNOWN, OWN -> Optional.empty();
    };
  }

  private static boolean leavesToPool(Subject subject, MethodRef method, MethodModel model) {
    return model.parameters().values().stream().anyMatch(ImplicitCommonPool::isCommonPool)
        && takesExecutor(subject, method);
  }

  /** Whether the call stands in a stage's own method of that name, which wraps another stage. */
  private static boolean passesOn(Subject subject, MethodRef method) {
    MethodRef here = subject.id().method();
    return here.name().equals(method.name())
        && here.parameters().equals(method.parameters())
        && subject.kindOf(here.owner()).isFuture();
  }

  private static boolean isCommonPool(ContextSpec spec) {
    return spec instanceof ContextSpec.Absolute absolute
        && absolute.context().kind() == ContextKind.COMMON_POOL;
  }

  /** Whether there is an overload that takes an executor besides. */
  private static boolean takesExecutor(Subject subject, MethodRef method) {
    int count = method.parameters().size();
    return subject.resolution().hierarchy().selfAndSupertypes(method.owner()).stream()
        .flatMap(type -> subject.resolution().program().type(type).stream())
        .flatMap(facts -> facts.methods().stream())
        .map(TypeFacts.Method::ref)
        .filter(each -> each.name().equals(method.name()))
        .map(MethodRef::parameters)
        .filter(parameters -> parameters.size() == count + 1)
        .anyMatch(
            parameters ->
                parameters.subList(0, count).equals(method.parameters())
                    && subject.kindOf(parameters.get(count)) == TypeModel.Kind.EXECUTOR);
  }

  private static Report report(Event event, MethodRef method, Certainty certainty) {
    String message =
        method.name()
            + " leaves its work to the common pool, which the whole process shares:"
            + " no executor is named";
    String advice =
        "pass an executor that is meant for the work as the last argument of " + method.name();
    return Report.at(event, message, advice).certainty(certainty);
  }
}
