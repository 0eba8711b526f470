package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;

/**
 * Which thread runs a lambda that goes nowhere known? The one that the framework calls its interface on,
 * unless the lambda is handed to somebody else: an own method that takes a framework's handler may run it
 * on a worker.
 */
final class InterfaceContexts {
  private final Resolution resolution;

  InterfaceContexts(Resolution resolution) {
    this.resolution = resolution;
  }

  Relation of(BodyView body, Event.FunctionObject function, Flows.Flow flow) {
    String type = function.interfaceType();
    if (flow.destinations().stream().anyMatch(destination -> isForeign(destination, type))) {
      return Relation.UNKNOWN;
    }
    return resolution
        .hierarchy()
        .functionalMethod(type)
        .flatMap(
            method ->
                resolution
                    .models()
                    .runsOn(method, type, List.of(), List.of())
                    .map(context -> crosses(context, Names.method(method), body, function)))
        .orElse(Relation.UNKNOWN);
  }

  private static Relation crosses(
      NamedContext context, String method, BodyView body, Event.FunctionObject function) {
    Step why =
        new Step(
            Step.Kind.RUNS_ON,
            context.label() + ": the framework calls " + method,
            body.callable().sourceFile(),
            function.place().line());
    return new Relation.Crosses(new RunsOn(context, Certainty.DEFINITE, List.of(why)));
  }

  /** An argument of a call that is not the framework's own. */
  private static boolean isForeign(Flows.Destination destination, String interfaceType) {
    return destination.argument() >= 0
        && !family(destination.call().target().owner()).equals(family(interfaceType));
  }

  /** What names of one framework have in common: {@code io.vertx} of {@code io.vertx.core.Handler}. */
  private static String family(String type) {
    int second = type.indexOf('.', type.indexOf('.') + 1);
    return second < 0 ? type : type.substring(0, second);
  }
}
