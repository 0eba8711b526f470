package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Cycles;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;
import java.util.Optional;

/** Which threads does an executor or scheduler run its tasks on? */
final class ExecutorKinds {
  private final Resolution resolution;
  private final Cycles.Table<RunsOn> known;

  ExecutorKinds(Resolution resolution, Cycles cycles) {
    this.resolution = resolution;
    this.known = cycles.table(RunsOn.UNKNOWN);
  }

  /** The threads of the executor that the value is; unknown for a parameter or an injected field. */
  RunsOn kind(Located executor) {
    return known.compute(executor, () -> find(executor));
  }

  /** Whether the executor runs a task in the thread that hands it over. */
  boolean isDirect(Located executor) {
    return resolution
        .origins()
        .originCall(executor)
        .flatMap(call -> resolution.model(call).executor())
        .filter(spec -> spec == ContextSpec.Relative.CALLER)
        .isPresent();
  }

  private RunsOn find(Located executor) {
    if (executor.value() instanceof Value.Choice choice) {
      return choice.values().stream()
          .map(each -> kind(new Located(executor.body(), each)))
          .reduce(RunsOn::or)
          .orElse(RunsOn.UNKNOWN);
    }
    Located origin = resolution.origins().origin(executor);
    if (!origin.equals(executor)) {
      return kind(origin);
    }
    Optional<BodyView> view = resolution.bodies().view(origin.body());
    if (view.isEmpty()) {
      return RunsOn.HIDDEN;
    }
    if (resolution.gaps().inOrigin(view.get(), origin.value())) {
      return RunsOn.HIDDEN;
    }
    if (origin.value() instanceof Value.FieldValue field) {
      return resolution
          .models()
          .executorField(field.field().owner(), field.field().name())
          .map(spec -> absolute(spec, view.get(), Names.simple(field.field().owner()), 0))
          .orElse(RunsOn.UNKNOWN);
    }
    return view.get()
        .call(origin.value())
        .map(call -> ofCall(view.get(), call))
        .orElse(RunsOn.UNKNOWN);
  }

  private RunsOn ofCall(BodyView body, Event.Call call) {
    MethodModel model = resolution.model(call);
    if (model.executor().isPresent()) {
      ContextSpec spec = model.executor().get();
      if (spec instanceof ContextSpec.Argument argument) {
        return kind(new Located(body.id(), call.arguments().get(argument.index())));
      } else if (spec == ContextSpec.Relative.RECEIVER) {
        return call.receiver()
            .map(value -> kind(new Located(body.id(), value)))
            .orElse(RunsOn.UNKNOWN);
      }
      return absolute(spec, body, Names.method(call.target()), call.place().line());
    }
    Optional<MethodRef> target = resolution.target(body, call);
    if (resolution.gaps().inModel(call) || target.filter(resolution.gaps()::inBody).isPresent()) {
      return RunsOn.HIDDEN;
    }
    return target
        .flatMap(resolution.bodies()::view)
        .map(
            helper ->
                helper.returned().stream()
                    .map(value -> kind(new Located(helper.id(), value)))
                    .reduce(RunsOn::or)
                    .orElse(RunsOn.UNKNOWN))
        .orElse(RunsOn.UNKNOWN);
  }

  private static RunsOn absolute(ContextSpec spec, BodyView body, String name, int line) {
    if (!(spec instanceof ContextSpec.Absolute absolute)) {
      return RunsOn.UNKNOWN;
    }
    Step why =
        new Step(
            Step.Kind.RUNS_ON,
            absolute.context().label() + ": " + name,
            body.callable().sourceFile(),
            line);
    return new RunsOn(absolute.context(), Certainty.DEFINITE, List.of(why));
  }
}
