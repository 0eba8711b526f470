package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.NullContracts;
import java.util.List;
import java.util.Optional;

/**
 * Does a method or callback that owes a future or publisher return null, on which the next operator
 * fails?
 *
 * <p>Silent where null is part of the contract: an annotation says so, the overridden method's type is
 * open or allows it, or a caller looks whether it got one.
 */
@AsyncRule(
    summary = "Null is returned where a future or publisher is owed",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class NullFuture implements Rule {
  private static final String ADVICE =
      "return a complete future or an empty publisher: completedFuture(null), Mono.empty(),"
          + " Uni.createFrom().nullItem()";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event event : subject.body().events()) {
      if (event instanceof Event.Return returned) {
        Optional<Certainty> certainty =
            returned.value().flatMap(value -> certaintyOfNull(subject.body(), value));
        if (certainty.isPresent()) {
          debtor(subject)
              .ifPresent(
                  who ->
                      reporter.report(
                          Report.at(returned, who, ADVICE)
                              .certainty(certainty.get().and(certaintyOf(subject)))));
        }
      }
    }
  }

  /** What a method promises in words is not seen: null may be an answer that callers count on. */
  private static Certainty certaintyOf(Subject subject) {
    return subject.id().isLambda() ? Certainty.DEFINITE : Certainty.LIKELY;
  }

  /** A choice with null may be one that the conditions around it rule out, so it is only likely. */
  private static Optional<Certainty> certaintyOfNull(BodyView body, Value value) {
    if (value.equals(Value.NULL)) {
      return Optional.of(Certainty.DEFINITE);
    }
    List<Value> all = BodyView.alternatives(value);
    return all.contains(Value.NULL) && all.stream().noneMatch(each -> NullContracts.isLookedAt(body, each))
        ? Optional.of(Certainty.LIKELY)
        : Optional.empty();
  }

  /** Who owes the future, as a sentence; empty where nobody surely does. */
  private static Optional<String> debtor(Subject subject) {
    if (subject.id().isLambda()) {
      return flattening(subject)
          .map(operator -> "the callback returns null, and " + operator + " fails on it");
    }
    MethodRef method = subject.id().method();
    return subject.kindOf(method.returnType()).isAsync() && !NullContracts.allowsNull(subject, method)
        ? Optional.of(
            method.name()
                + " returns null instead of a "
                + Names.simple(method.returnType())
                + ": whoever composes with it fails")
        : Optional.empty();
  }

  /** The operator that the lambda is given to and that unwraps what it returns. */
  private static Optional<String> flattening(Subject subject) {
    Optional<BodyView> outer = subject.resolution().bodies().view(subject.id().enclosing());
    Optional<Event.FunctionObject> function =
        subject.resolution().bodies().creation(subject.id());
    if (outer.isEmpty() || function.isEmpty()) {
      return Optional.empty();
    }
    return outer.get().usesOfResult(function.get()).stream()
        .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
        .filter(
            use ->
                subject.model((Event.Call) use.event()).callbackResults().get(use.index())
                    == CallbackResult.FLATTENED)
        .map(use -> ((Event.Call) use.event()).target().name())
        .findFirst();
  }
}
