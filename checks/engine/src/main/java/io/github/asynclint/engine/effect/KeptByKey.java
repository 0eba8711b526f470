package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.Optional;

/**
 * Does something happen only for who asks first for a key of a map: {@code cache.load(id, () -> read(id))}?
 *
 * <p>What a map in a field keeps is there for all who ask later. Nobody can tell how often somebody is the
 * first, so it is only likely. A load that stands in the very body of the map is left as it is.
 */
record KeptByKey(Resolution resolution) {
  private static final int DEPTH = 4;

  /** Whether the future that the call waits for may be one that a map keeps once it is made. */
  boolean isKept(BodyView body, Event.Call wait) {
    return wait.receiver().stream()
        .flatMap(future -> BodyView.alternatives(future).stream())
        .flatMap(future -> body.call(future).stream())
        .anyMatch(this::yieldsKept);
  }

  /** Whether a helper of the program calls the function only for keys that its map does not have. */
  boolean isLoader(BodyView body, Event event) {
    if (!(event instanceof Event.FunctionObject)) {
      return false;
    }
    Flows.Flow flow = resolution.flows().from(body, new Value.Result(event.id()));
    return flow.hidden()
        || !flow.destinations().isEmpty()
            && flow.destinations().stream().allMatch(each -> isGivenToLoader(each, DEPTH));
  }

  private boolean isGivenToLoader(Flows.Destination given, int depth) {
    if (given.argument() < 0 || depth == 0) {
      return false;
    }
    Optional<BodyView> helper =
        resolution.target(given.body(), given.call()).flatMap(resolution.bodies()::view);
    if (helper.isEmpty()) {
      return false;
    }
    Flows.Flow flow =
        resolution.flows().from(helper.get(), new Value.Parameter(given.argument()));
    return flow.hidden()
        || !flow.destinations().isEmpty()
            && flow.destinations().stream().allMatch(each -> loads(each, depth - 1));
  }

  private boolean loads(Flows.Destination use, int depth) {
    if (use.argument() >= 0) {
      return yieldsKept(use.call()) || isGivenToLoader(use, depth);
    }
    return OnceOnly.isForKey(use.body(), use.call()) || isMapsFunction(use.body().id());
  }

  /** {@code k -> load.get()} in {@code map.computeIfAbsent(key, k -> load.get())}. */
  private boolean isMapsFunction(CallableId id) {
    Optional<BodyView> around =
        id.isLambda() ? resolution.bodies().view(id.enclosing()) : Optional.empty();
    return around.isPresent()
        && resolution.bodies().creation(id).stream()
            .flatMap(function -> around.get().usesOfResult(function).stream())
            .anyMatch(
                use ->
                    use.kind() == BodyView.UseKind.ARGUMENT
                        && yieldsKept((Event.Call) use.event()));
  }

  private boolean yieldsKept(Event.Call call) {
    Value map = call.receiver().orElse(Value.NULL);
    return (resolution.model(call).is(Role.YIELDS_KEPT) || resolution.gaps().inModel(call))
        && (map instanceof Value.FieldValue || Gaps.inValue(map));
  }
}
