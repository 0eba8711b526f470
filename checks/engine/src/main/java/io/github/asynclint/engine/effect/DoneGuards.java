package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of which futures does a call ask whether they are done?
 *
 * <p>A helper such as {@code isSuccessful(future)} asks that of its parameter if all that it calls is
 * called on that parameter; whether it says yes or no is not looked at.
 */
final class DoneGuards {
  private final Resolution resolution;

  DoneGuards(Resolution resolution) {
    this.resolution = resolution;
  }

  List<Value> asked(BodyView body, Event.Call guard) {
    if (resolution.model(guard).is(Role.DONE_GUARD)) {
      return guard.receiver().stream().toList();
    }
    if (resolution.gaps().inModel(guard) || resolution.gaps().inBody(guard.target())) {
      return guard.arguments();
    }
    return resolution
        .target(body, guard)
        .flatMap(resolution.bodies()::view)
        .map(helper -> askedBy(helper, guard.arguments()))
        .orElse(List.of());
  }

  private List<Value> askedBy(BodyView helper, List<Value> arguments) {
    return IntStream.range(0, arguments.size())
        .filter(index -> onlyAsks(helper, new Value.Parameter(index)))
        .mapToObj(arguments::get)
        .toList();
  }

  private boolean onlyAsks(BodyView helper, Value future) {
    List<Event.Call> calls =
        helper.events().stream()
            .filter(Event.Call.class::isInstance)
            .map(Event.Call.class::cast)
            .toList();
    return calls.stream()
            .anyMatch(
                call ->
                    resolution.model(call).is(Role.DONE_GUARD) || resolution.gaps().inModel(call))
        && calls.stream().allMatch(call -> isCalledOn(call, future));
  }

  private static boolean isCalledOn(Event.Call call, Value future) {
    return call.receiver()
        .filter(receiver -> receiver.equals(future) || Gaps.inValue(receiver))
        .isPresent();
  }
}
