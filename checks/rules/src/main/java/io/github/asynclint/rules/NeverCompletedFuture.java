package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.promises.Hole;
import io.github.asynclint.rules.promises.OpenPromises;

/**
 * Does a path leave a promise open, so that whoever waits for it waits forever?
 *
 * <p>Silent where the promise goes to a field, a collection or a method that may complete it, and where
 * nothing in the method completes it: then others do.
 */
@AsyncRule(
    summary = "A path neither completes a promise nor hands it on",
    tier = 2,
    section = AsyncRule.Section.LOST_FAILURES)
@AutoService(Rule.class)
public final class NeverCompletedFuture implements Rule {
  private static final String ADVICE =
      "complete it on that path, too: completeExceptionally, fail, sink.error";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      OpenPromises.of(subject, call)
          .ifPresent(
              hole ->
                  reporter.report(
                      Report.at(call, message(promise(call)), ADVICE)
                          .certainty(hole.certainty())
                          .step(hole.step())));
    }
    if (!subject.id().isLambda() && isGiven(subject, subject.id().method())) {
      OpenPromises.given(subject, subject.body())
          .ifPresent(hole -> reporter.report(atDeclaration(subject, hole)));
    }
  }

  private static boolean isGiven(Subject subject, MethodRef method) {
    int last = method.parameters().size() - 1;
    return last >= 0
        && subject.kindOf(method.parameters().get(last)) == TypeModel.Kind.PROMISE
        && subject
            .resolution()
            .models()
            .method(method, method.owner())
            .is(Role.GIVES_PROMISE)
        && !subject.resolution().gaps().inType(method.owner());
  }

  private static Report atDeclaration(Subject subject, Hole hole) {
    return Report.atDeclaration(
            subject.body().callable().line(),
            message("the promise that " + subject.id().method().name() + " is given"),
            ADVICE)
        .certainty(hole.certainty())
        .step(hole.step());
  }

  private static String promise(Event.Call call) {
    return call.target().isConstructor()
        ? "this " + Names.simple(call.target().owner())
        : "the promise of " + call.target().name();
  }

  private static String message(String promise) {
    return "a path leaves " + promise + " open: whoever waits for it waits forever";
  }
}
