package io.github.asynclint.engine.context;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes does the program move off the thread that their framework would give them?
 *
 * <p>A verticle deployed with worker options and a handler added with its own executor group keep no
 * event loop context. Where the options cannot be followed to the deployment, every class that the
 * method mentions counts as moved.
 */
final class ContextOverrides {
  private final Resolution resolution;
  private Set<String> moved;
  private boolean mayMoveOthers;

  ContextOverrides(Resolution resolution) {
    this.resolution = resolution;
  }

  /** Whether the class, or a class around it, is moved. */
  boolean moves(String type) {
    if (moved == null) {
      moved = collect();
    }
    String at = type;
    while (true) {
      if (moved.contains(at)) {
        return true;
      }
      Optional<String> enclosing =
          resolution.program().type(at).flatMap(facts -> facts.enclosing());
      if (enclosing.isEmpty()) {
        return false;
      }
      at = enclosing.get();
    }
  }

  /** Whether facts are missing that would tell what else is moved. */
  boolean mayMoveOthers() {
    if (moved == null) {
      moved = collect();
    }
    return mayMoveOthers;
  }

  private Set<String> collect() {
    Optional<Set<String>> names =
        resolution
            .models()
            .methodNames(Set.of(MethodModel.Role.MOVES_ARGUMENT, MethodModel.Role.OVERRIDES_CONTEXT));
    mayMoveOthers = resolution.gaps().inBodiesNaming(names);
    Set<String> types = new HashSet<>();
    for (CallIndex.CallSite site : resolution.index().callsWhere(names, call -> true)) {
      MethodModel model = resolution.model(site.call());
      if (model.is(MethodModel.Role.MOVES_ARGUMENT)) {
        site.call().arguments().forEach(value -> mention(site.body(), value, types));
      } else if (model.is(MethodModel.Role.OVERRIDES_CONTEXT)) {
        overridden(site, types);
      }
    }
    return types;
  }

  private void overridden(CallIndex.CallSite site, Set<String> types) {
    boolean followed = false;
    BodyView body = site.body();
    Value value = new Value.Result(site.call().id());
    Flows.Flow flow = resolution.flows().from(body, value);
    mayMoveOthers |= flow.hidden();
    for (Flows.Destination destination : flow.destinations()) {
      if (destination.argument() > 0) {
        followed = true;
        destination
            .call()
            .arguments()
            .forEach(each -> mention(destination.body(), each, types));
      }
    }
    if (!followed) {
      for (Event event : body.events()) {
        if (event instanceof Event.Call call) {
          mention(body, new Value.Result(call.id()), types);
          call.arguments().forEach(each -> mention(body, each, types));
        } else if (event instanceof Event.FunctionObject function) {
          mention(body, new Value.Result(function.id()), types);
        }
      }
    }
  }

  private void mention(BodyView body, Value value, Set<String> types) {
    mayMoveOthers |= resolution.gaps().inOrigin(body, value);
    for (Value each : BodyView.alternatives(value)) {
      if (each instanceof Value.Constant constant) {
        String text = constant.text();
        types.add(text.endsWith(".class") ? text.substring(0, text.length() - 6)
            : text.replace("\"", "").replaceFirst("^java:", ""));
      }
      resolution.origins().exactType(new Located(body.id(), each)).ifPresent(types::add);
      body.call(each).ifPresent(made -> mentionMaker(body, made, types));
      for (Event event : body.events()) {
        if (event instanceof Event.Write write
            && write.target().equals(new Value.Element(each))
            && !write.value().equals(each)) {
          mention(body, write.value(), types);
        }
      }
      body.function(each)
          .ifPresent(
              function -> {
                if (function.code() instanceof Event.Code.Reference reference
                    && reference.method().isConstructor()) {
                  types.add(reference.method().owner());
                } else if (function.code() instanceof Event.Code.LambdaBody lambda) {
                  resolution
                      .bodies()
                      .view(lambda.callable())
                      .ifPresent(
                          view -> view.returned().forEach(inner -> mention(view, inner, types)));
                }
              });
    }
  }

  /** {@code CartActor.create(..)}, or {@code Behaviors.setup(context -> new CartActor(..))}. */
  private void mentionMaker(BodyView body, Event.Call made, Set<String> types) {
    if (made.receiver().isPresent() || made.target().isConstructor()) {
      return;
    }
    types.add(made.target().owner());
    for (Value argument : made.arguments()) {
      if (body.function(argument).isPresent()) {
        mention(body, argument, types);
      }
    }
  }
}
