package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.executors.OwnTasks;
import io.github.asynclint.rules.executors.Pools;
import java.util.List;
import java.util.Optional;

/** Does a task wait for another task that needs a thread of the same bounded executor? */
@AsyncRule(
    summary = "A task waits for another task of the executor that it occupies",
    tier = 1,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {"PinnedVirtualThread"})
@AutoService(Rule.class)
public final class ExecutorSelfStarvation implements Rule {
  private static final String ADVICE =
      "compose instead of waiting (thenCompose, thenCombine), call the inner work directly, or give"
          + " it an executor of its own";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Pools pools = new Pools(subject);
    Optional<Pools.Pool> pool = pools.running(subject.body());
    if (pool.isPresent()) {
      OwnTasks tasks = new OwnTasks(subject, pools, pool.get());
      for (Event.Call call : subject.calls()) {
        tasks
            .awaitedBy(subject.body(), call)
            .ifPresent(
                path -> reporter.report(report(call, call.target(), pool.get(), path)));
      }
      for (Event.FunctionObject function : subject.functions()) {
        if (function.code() instanceof Event.Code.Reference reference
            && tasks.awaitsEach(subject.body(), function)) {
          reporter.report(report(function, reference.method(), pool.get(), List.of()));
        }
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        Optional<Pools.Pool> there = pools.running(subject.body(), function);
        there
            .flatMap(
                each ->
                    new OwnTasks(subject, pools, each).awaitedBy(subject.body(), reference))
            .ifPresent(
                path ->
                    reporter.report(report(function, reference.method(), there.get(), path)));
      }
    }
  }

  private static Report report(
      Event event, MethodRef method, Pools.Pool pool, List<Step> path) {
    String message =
        ContextEffects.called(method)
            + " waits for a task of the executor that it runs on: "
            + (pool.single()
                ? "the only thread waits for itself"
                : "when all threads wait, none is left to go on");
    return Report.at(event, message, ADVICE)
        .certainty(pool.single() ? Certainty.DEFINITE : Certainty.LIKELY)
        .step(pool.made())
        .steps(path);
  }
}
