package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;

/**
 * Does a body run on an ordinary thread, which may wait but is gone for others meanwhile?
 *
 * <p>A method is taken to, unless it is known to run elsewhere; of a callback it must be known.
 */
public final class HeldThreads {
  private final Subject subject;

  public HeldThreads(Subject subject) {
    this.subject = subject;
  }

  /** Whether ordinary threads run the body. */
  public boolean runBody() {
    CallableId id = subject.id();
    if (subject.resolution().gaps().inType(id.method().owner())) {
      return false;
    }
    boolean isFunction = id.isLambda() || subject.contexts().implementsFunction(id.method());
    return isFunction && !subject.contexts().withCallers(id).isKnown()
        ? Repeated.around(subject)
            .filter(near -> !near.id().isLambda() && run(near.id(), false))
            .isPresent()
        : run(id, isFunction);
  }

  /** Whether ordinary threads run the function that the body creates. */
  public boolean run(Event.FunctionObject function) {
    RunsOn there = subject.contexts().runsOn(subject.id(), function);
    return there.isKnown()
        ? isOrdinary(there)
        : Repeated.isGivenElements(subject, subject.body(), function)
            && !subject.id().isLambda()
            && runBody();
  }

  private boolean run(CallableId id, boolean mustBeKnown) {
    RunsOn runsOn = subject.contexts().withCallers(id);
    return runsOn.isKnown() ? isOrdinary(runsOn) : !runsOn.isHidden() && !mustBeKnown;
  }

  /** Threads that must not block at all are the business of other rules; virtual ones are cheap. */
  private static boolean isOrdinary(RunsOn runsOn) {
    ContextKind kind = runsOn.context().kind();
    return !kind.mustNotBlock() && kind != ContextKind.VIRTUAL && kind != ContextKind.COMMON_POOL;
  }

  /** Whether a task of a pool with few threads starts others, which may be what it waits for. */
  public boolean mayStarve() {
    CallableId id = subject.id();
    return subject.contexts().withCallers(id).context().kind() == ContextKind.BOUNDED_EXECUTOR
        && subject.resolution().bodies().ofMethod(id.method()).stream()
            .filter(body -> id.lambdas().equals(prefix(body.id(), id.lambdas().size())))
            .flatMap(body -> body.calls().stream())
            .anyMatch(this::namesExecutor);
  }

  private static List<Integer> prefix(CallableId id, int length) {
    return id.lambdas().subList(0, Math.min(length, id.lambdas().size()));
  }

  private boolean namesExecutor(Event.Call call) {
    return subject.kindOf(call.receiverType()) == TypeModel.Kind.EXECUTOR
        || call.target().parameters().stream()
            .anyMatch(type -> subject.kindOf(type) == TypeModel.Kind.EXECUTOR);
  }
}
