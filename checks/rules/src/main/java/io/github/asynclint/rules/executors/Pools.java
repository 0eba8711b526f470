package io.github.asynclint.rules.executors;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Which executor with a bound on its threads, and made in the program, runs a piece of code? */
public final class Pools {
  private static final int MAX_STEPS = 12;
  private static final Value NO_BOUND = new Value.Constant("2147483647");

  private final Subject subject;

  public Pools(Subject subject) {
    this.subject = subject;
  }

  /**
   * An executor whose threads may all be taken.
   *
   * @param creation the call that makes it; two values with the same one are the same executor
   * @param single whether it has one thread only
   */
  public record Pool(Located creation, boolean single, Step made) {}

  /** The executor or scheduler that a value is. */
  public Optional<Pool> of(BodyView body, Value executor) {
    return of(new Located(body.id(), executor), MAX_STEPS);
  }

  private Optional<Pool> of(Located executor, int steps) {
    Located origin = subject.resolution().origins().origin(executor);
    Optional<BodyView> body = subject.resolution().bodies().view(origin.body());
    Optional<Event.Call> made = body.flatMap(view -> view.call(origin.value()));
    if (steps == 0 || made.isEmpty()) {
      return Optional.empty();
    }
    MethodModel model = subject.model(made.get());
    ContextSpec spec = model.executor().orElse(ContextSpec.Relative.ANY);
    if (spec instanceof ContextSpec.Absolute absolute) {
      return isBounded(absolute.context(), model, made.get())
          ? Optional.of(pool(origin, absolute.context(), body.get(), made.get()))
          : Optional.empty();
    }
    return argument(spec, made.get())
        .flatMap(value -> of(new Located(origin.body(), value), steps - 1));
  }

  private static boolean isBounded(NamedContext context, MethodModel model, Event.Call made) {
    return context.kind() == ContextKind.BOUNDED_EXECUTOR
        && !model.is(Role.HELPS_WHILE_WAITING)
        && made.arguments().stream()
            .noneMatch(value -> Gaps.inValue(value) || value.equals(NO_BOUND));
  }

  private static Pool pool(
      Located origin, NamedContext context, BodyView body, Event.Call made) {
    boolean single =
        context.confined()
            || !made.arguments().isEmpty()
                && made.arguments().get(0).equals(new Value.Constant("1"));
    Step step =
        new Step(
            Step.Kind.RELATED,
            Names.method(made.target()) + " makes the executor",
            body.callable().sourceFile(),
            made.place().line());
    return new Pool(origin, single, step);
  }

  /** The value among receiver and arguments that a row of a model names as an executor. */
  private static Optional<Value> argument(ContextSpec spec, Event.Call call) {
    if (spec instanceof ContextSpec.Argument argument) {
      return Optional.of(call.arguments().get(argument.index()));
    }
    return spec == ContextSpec.Relative.RECEIVER ? call.receiver() : Optional.empty();
  }

  /** The executor on whose threads a body runs. */
  public Optional<Pool> running(BodyView body) {
    BodyView at = body;
    for (int i = 0; i < MAX_STEPS && at.id().isLambda(); i++) {
      Optional<Event.FunctionObject> creation =
          subject.resolution().bodies().creation(at.id());
      Optional<BodyView> around = subject.resolution().bodies().view(at.id().enclosing());
      if (creation.isEmpty() || around.isEmpty()) {
        return Optional.empty();
      }
      Optional<Pool> pool = running(around.get(), creation.get());
      Relation relation = subject.contexts().ofFunction(around.get().id(), creation.get());
      if (pool.isPresent() || !(relation instanceof Relation.Inside)) {
        return pool;
      }
      at = around.get();
    }
    return Optional.empty();
  }

  /** The executor on whose threads a function object runs that is handed over in the body. */
  public Optional<Pool> running(BodyView body, Event.FunctionObject function) {
    Flows.Flow flow =
        subject.resolution().flows().from(body, new Value.Result(function.id()));
    List<Flows.Destination> taken =
        flow.destinations().stream().filter(each -> each.argument() >= 0).toList();
    if (flow.hidden() || taken.size() != 1) {
      return Optional.empty();
    }
    BodyView at = taken.get(0).body();
    Event.Call call = taken.get(0).call();
    ContextSpec spec = subject.model(call).parameters().get(taken.get(0).argument());
    if (spec == ContextSpec.Relative.COMPLETER || spec == ContextSpec.Relative.UPSTREAM) {
      return call.receiver().flatMap(value -> completing(at, value));
    }
    return spec == ContextSpec.Relative.SUBSCRIBER
        ? subscribing(at, call)
        : argument(spec, call).flatMap(value -> of(at, value));
  }

  /** The executor that runs the stage which a value is. */
  private Optional<Pool> completing(BodyView body, Value stage) {
    Optional<Event.Call> at = body.call(stage);
    for (int i = 0; i < MAX_STEPS && at.isPresent(); i++) {
      MethodModel model = subject.model(at.get());
      if (!model.switches().isEmpty()) {
        Event.Call moved = at.get();
        return argument(model.switches().get(0).target(), moved)
            .filter(value -> model.switches().get(0).direction() != Direction.UP)
            .flatMap(value -> of(body, value));
      }
      at =
          model.is(Role.OPERATOR) ? at.get().receiver().flatMap(body::call) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The executor on which a source is subscribed by an operator below it in its chain. */
  private Optional<Pool> subscribing(BodyView body, Event.Call source) {
    Event.Call at = source;
    for (int i = 0; i < MAX_STEPS; i++) {
      List<BodyView.Use> uses = body.usesOfResult(at);
      if (uses.size() != 1 || uses.get(0).kind() != BodyView.UseKind.RECEIVER) {
        return Optional.empty();
      }
      at = (Event.Call) uses.get(0).event();
      for (MethodModel.Switch change : subject.model(at).switches()) {
        if (change.direction() == Direction.UP) {
          return argument(change.target(), at).flatMap(value -> of(body, value));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the call hands its work, or that of the stage which it yields, to the executor. */
  public boolean isHandedTo(BodyView body, Event.Call call, Pool pool) {
    MethodModel model = subject.model(call);
    return model.parameters().values().stream().anyMatch(spec -> names(spec, body, call, pool))
        || model.switches().stream()
            .anyMatch(change -> names(change.target(), body, call, pool));
  }

  private boolean names(ContextSpec spec, BodyView body, Event.Call call, Pool pool) {
    return argument(spec, call)
        .flatMap(value -> of(body, value))
        .filter(each -> each.creation().equals(pool.creation()))
        .isPresent();
  }
}
