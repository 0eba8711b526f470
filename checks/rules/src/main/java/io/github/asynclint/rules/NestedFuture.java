package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.fixes.Fixes;
import io.github.asynclint.rules.results.Callbacks;
import io.github.asynclint.rules.results.Drops;
import java.util.List;
import java.util.Optional;

/**
 * Does a callback return a future or publisher to an operator that only wraps it, so that the outer one
 * completes first and the inner one is lost?
 *
 * <p>Silent where somebody further down looks at the inner value: a flattening operator, a combinator, or
 * a callback that uses its parameter.
 */
@AsyncRule(
    summary = "A future or publisher is nested in another that completes without it",
    tier = 1,
    likelyTier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class NestedFuture implements Rule {
  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      MethodModel model = subject.model(call);
      for (int i = 0; i < call.arguments().size(); i++) {
        if (model.callbackResults().get(i) == CallbackResult.WRAPPED) {
          Optional<MethodRef> inner = innerAsync(subject, call.arguments().get(i));
          if (inner.isPresent() && !isLookedAt(subject, call)) {
            reporter.report(report(subject, call, model, inner.get()));
          }
        }
      }
    }
  }

  private static Report report(
      Subject subject, Event.Call call, MethodModel model, MethodRef inner) {
    String message =
        call.target().name()
            + (" nests what " + inner.name() + " returns: the outer ")
            + (Names.simple(call.target().returnType()) + " does not wait for it");
    String advice =
        "use "
            + model.flatTwin().orElse("the flattening operator")
            + ", which completes with the inner one";
    // Nobody takes the end of a task for the end of the inner one if nobody keeps its handle.
    boolean isKept =
        subject.kindOf(call.receiverType()) != TypeModel.Kind.EXECUTOR
            || !Drops.isDropped(subject, call);
    return Report.at(call, message, advice)
        .certainty(isKept ? Certainty.DEFINITE : Certainty.LIKELY)
        .fix(Fixes.flatten(subject, call, inner));
  }

  /** The call whose async result the callback returns, if all its results are async. */
  private static Optional<MethodRef> innerAsync(Subject subject, Value argument) {
    List<MethodRef> results = Callbacks.results(subject, subject.body(), argument);
    // An object made around the element starts nothing that anybody could wait for.
    boolean all =
        results.stream()
            .allMatch(
                each -> !each.isConstructor() && subject.kindOf(each.resultType()).isAsync());
    return all ? results.stream().findFirst() : Optional.empty();
  }

  private static boolean isLookedAt(Subject subject, Event.Call nesting) {
    BodyView body = subject.body();
    Event.Call at = nesting;
    for (int i = 0; i < 20; i++) {
      if (subject.resolution().gaps().inUses(body, new Value.Result(at.id()))) {
        return true;
      }
      Optional<Event.Call> next = Optional.empty();
      for (BodyView.Use use : body.usesOfResult(at)) {
        if (use.kind() == BodyView.UseKind.ARGUMENT) {
          return true;
        }
        if (use.kind() == BodyView.UseKind.RECEIVER) {
          next = Optional.of((Event.Call) use.event());
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      MethodModel model = subject.model(next.get());
      if (model.is(Role.FLATTENS)
          || subject.resolution().gaps().inModel(next.get())
          || usesElement(subject, next.get(), model)) {
        return true;
      }
      if (replacesElement(model)) {
        return false;
      }
      if (!model.is(Role.OPERATOR)) {
        // The inner value leaves through something that is not an operator: a wait, a conversion.
        return !next.get().target().returnsVoid();
      }
      at = next.get();
    }
    return false;
  }

  /** Whether what comes out of the operator is what its callback returns. */
  private static boolean replacesElement(MethodModel model) {
    return model.callbackResults().containsValue(CallbackResult.WRAPPED)
        || model.callbackResults().containsValue(CallbackResult.FLATTENED);
  }

  /** Whether a callback of the operator does anything with the element it is given. */
  private static boolean usesElement(Subject subject, Event.Call call, MethodModel model) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      Optional<BodyView> lambda = Callbacks.lambdaBody(subject, subject.body(), argument);
      boolean isCallback =
          Callbacks.function(subject, subject.body(), argument).isPresent()
              || Gaps.inValue(argument)
              || model.parameters().containsKey(i);
      if (isCallback && lambda.isEmpty()) {
        // A reference is given the element; a function of unknown origin may do anything with it.
        return true;
      }
      if (lambda.isPresent()
          && (!lambda.get().uses(new Value.Parameter(0)).isEmpty()
              || subject.resolution().gaps().inUses(lambda.get(), new Value.Parameter(0)))) {
        return true;
      }
    }
    return false;
  }
}
