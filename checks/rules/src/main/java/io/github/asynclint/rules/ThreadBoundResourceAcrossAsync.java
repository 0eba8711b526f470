package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.BoundResources;
import io.github.asynclint.rules.state.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does a callback use a resource that belongs to the thread, transaction or request which handed it over, or
 * does a transactional method leave its database work to another thread?
 */
@AsyncRule(
    summary = "A resource that belongs to one thread, transaction or request is used by a callback",
    tier = 2,
    section = AsyncRule.Section.STATE)
@AutoService(Rule.class)
public final class ThreadBoundResourceAcrossAsync implements Rule {
  private static final String ADVICE =
      "obtain the resource inside the callback, or read what is needed from it before the async call";
  private static final String TRANSACTION_ADVICE =
      "let the work run in the method itself, or call a transactional method from the other thread";

  @Override
  public void check(Subject subject, Reporter reporter) {
    BoundResources resources = new BoundResources(subject);
    Set<Value> reported = new HashSet<>();
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && reference.receiver().isPresent()) {
        Value receiver = reference.receiver().get();
        subject
            .crossings()
            .of(subject.body(), function)
            .ifPresent(
                crossing ->
                    resources
                        .lentOut(subject.body(), receiver, crossing)
                        .ifPresent(type -> reporter.report(report(function, type, crossing))));
      }
    }
    Optional<Crossings.Crossing> around = subject.crossings().around(subject.id());
    if (around.isEmpty()) {
      return;
    }
    Crossings.Crossing crossing = around.get();
    for (Event.Call call : subject.calls()) {
      for (Value value : operands(call)) {
        if (value instanceof Value.Captured && !reported.contains(value)) {
          resources
              .lentOut(subject.body(), value, crossing)
              .ifPresent(
                  type -> {
                    reported.add(value);
                    reporter.report(report(call, type, crossing));
                  });
        }
      }
      if (BoundResources.isHandedOver(crossing.far())
          && Transactions.isOne(subject, crossing.near().id().method())) {
        Transactions.databaseWork(subject, call)
            .ifPresent(effect -> reporter.report(report(call, effect, crossing)));
      }
    }
  }

  private static List<Value> operands(Event.Call call) {
    List<Value> all = new ArrayList<>(call.arguments());
    call.receiver().ifPresent(receiver -> all.add(0, receiver));
    return all;
  }

  private static Report report(Event event, String type, Crossings.Crossing crossing) {
    String message =
        "the " + Names.simple(type) + " belongs to the caller, and a callback uses it later";
    Certainty certainty =
        crossing.far().isKnown() ? crossing.far().certainty() : Certainty.LIKELY;
    return finish(Report.at(event, message, ADVICE).certainty(certainty), crossing);
  }

  private static Report report(Event event, Effect effect, Crossings.Crossing crossing) {
    String message =
        "this runs outside the transaction of "
            + crossing.near().id().method().name()
            + ", on "
            + crossing.far().context().label();
    Certainty certainty = crossing.far().certainty().and(effect.certainty());
    return finish(Report.at(event, message, TRANSACTION_ADVICE).certainty(certainty), crossing)
        .steps(effect.trace());
  }

  private static Report finish(Report report, Crossings.Crossing crossing) {
    return report
        .step(
            new Step(
                Step.Kind.RELATED,
                "crosses to another thread in " + Names.method(crossing.call().target()),
                crossing.at().callable().sourceFile(),
                crossing.call().place().line()))
        .steps(crossing.far().why());
  }
}
