package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.failures.MissedCatches;

/**
 * Does a try return async work whose failure comes when the try is over, so that its catch clause never
 * sees it?
 *
 * <p>Silent where anything in the try may throw at once what the clause catches.
 */
@AsyncRule(
    summary = "A catch clause never sees the failure of the async call in its try",
    tier = 2,
    section = AsyncRule.Section.LOST_FAILURES,
    yieldsTo = {"UnawaitedFuture", "UnsubscribedPublisher", "ResourceClosedBeforeCompletion"})
@AutoService(Rule.class)
public final class CatchMissesAsyncFailure implements Rule {
  private static final String FUTURE =
      "handle the failure on the future: exceptionally, handle, recover";
  private static final String PUBLISHER =
      "handle the failure in the chain: onErrorResume, onErrorReturn, onFailure";

  @Override
  public void check(Subject subject, Reporter reporter) {
    MissedCatches catches = new MissedCatches(subject);
    for (Event.Call call : subject.calls()) {
      catches.of(call).ifPresent(clause -> reporter.report(report(subject, call, clause)));
    }
  }

  private static Report report(Subject subject, Event.Call call, Region.Catch clause) {
    String types = String.join(" | ", clause.types().stream().map(Names::simple).toList());
    String message =
        "a failure of "
            + call.target().name()
            + " comes when the try is over: the catch of "
            + types
            + " never sees it";
    String owner = call.target().owner();
    boolean known =
        subject.resolution().models().covers(owner)
            || subject.resolution().program().origin(owner) == Program.Origin.PLATFORM;
    String advice = subject.yields(call) == TypeModel.Kind.PUBLISHER ? PUBLISHER : FUTURE;
    return Report.at(call, message, advice)
        .certainty(known ? Certainty.DEFINITE : Certainty.LIKELY)
        .step(
            new Step(
                Step.Kind.RELATED,
                "what is done instead",
                subject.body().callable().sourceFile(),
                line(subject, call, clause)));
  }

  /** The first line of the clause; that of the call where it does nothing. */
  private static int line(Subject subject, Event.Call call, Region.Catch clause) {
    return subject.body().events().stream()
        .filter(event -> event.place().regions().contains(clause.id()))
        .map(event -> event.place().line())
        .findFirst()
        .orElse(call.place().line());
  }
}
