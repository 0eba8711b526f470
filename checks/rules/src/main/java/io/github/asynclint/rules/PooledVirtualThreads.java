package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Does a pool keep virtual threads for later tasks, though each is made for one?
 *
 * <p>A pool of one thread keeps its tasks in order, which is a purpose of its own.
 */
@AsyncRule(
    summary = "A pool keeps virtual threads for later tasks",
    tier = 2,
    section = AsyncRule.Section.RUNTIME)
@AutoService(Rule.class)
public final class PooledVirtualThreads implements Rule {
  private static final Value ONE = new Value.Constant("1");
  private static final String ADVICE =
      "start one for each task (Executors.newThreadPerTaskExecutor with the factory, or"
          + " newVirtualThreadPerTaskExecutor), and bound the work with a Semaphore where it must be";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      if (!subject.model(call).is(Role.POOLS_THREADS)
          || call.arguments().stream().anyMatch(each -> each.equals(ONE) || Gaps.inValue(each))) {
        continue;
      }
      call.arguments().stream()
          .flatMap(each -> virtual(subject, subject.body(), each).stream())
          .findFirst()
          .ifPresent(threads -> reporter.report(report(call, threads)));
    }
  }

  private static Report report(Event.Call call, RunsOn threads) {
    String message =
        "the pool keeps its virtual threads for later tasks, but they are made for one task each:"
            + " to keep them saves nothing, and blocked ones hold up the tasks behind them";
    return Report.at(call, message, ADVICE)
        .certainty(threads.certainty())
        .steps(threads.why());
  }

  /** The threads that a factory makes, if they are virtual. */
  private static Optional<RunsOn> virtual(Subject subject, BodyView body, Value factory) {
    Optional<Event.FunctionObject> function = body.function(factory);
    if (function.isEmpty()) {
      return Optional.of(subject.contexts().executor(body, factory))
          .filter(threads -> threads.context().kind() == ContextKind.VIRTUAL);
    }
    if (function.get().code() instanceof Event.Code.Reference reference) {
      return reference.receiver().flatMap(made -> ofReference(subject, body, reference, made));
    }
    return subject
        .resolution()
        .bodies()
        .view(((Event.Code.LambdaBody) function.get().code()).callable())
        .flatMap(lambda -> returned(subject, lambda));
  }

  private static Optional<RunsOn> ofReference(
      Subject subject, BodyView body, Event.Code.Reference reference, Value receiver) {
    if (reference.method().name().equals("newThread")) {
      return virtual(subject, body, receiver);
    }
    return subject
        .resolution()
        .origins()
        .staticType(new Located(body.id(), receiver))
        .map(type -> subject.resolution().models().method(reference.method(), type))
        .flatMap(PooledVirtualThreads::ofThread);
  }

  /** The kind of the threads that a factory's own body returns, if it returns one made there. */
  private static Optional<RunsOn> returned(Subject subject, BodyView factory) {
    List<Value> returned = factory.returned();
    Optional<Event.Call> made =
        returned.size() == 1 ? factory.call(returned.get(0)) : Optional.empty();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    return made.flatMap(Event.Call::receiver)
        .map(value -> subject.contexts().executor(factory, value))
        .filter(threads -> threads.context().kind() == ContextKind.VIRTUAL)
        .or(() -> ofThread(subject.model(made.get())));
  }

  /** The thread that runs the task which a call is given, if the call yields a virtual thread. */
  private static Optional<RunsOn> ofThread(MethodModel model) {
    for (ContextSpec spec : model.parameters().values()) {
      if (spec instanceof ContextSpec.Absolute absolute
          && absolute.context().kind() == ContextKind.VIRTUAL) {
        return Optional.of(
            new RunsOn(
                absolute.context(),
                Certainty.DEFINITE,
                List.of()));
      }
    }
    return Optional.empty();
  }
}
