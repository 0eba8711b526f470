package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Does an event bring about the state that its branch asks for: {@code if (!isRunning()) start()}?
 *
 * <p>It is done by whoever comes first, as what a field is filled with. Known is a branch on what a
 * method without parameters tells of a field, where the branch's code writes that field.
 */
final class StateChecks {
  private static final int DEPTH = 4;

  private final Resolution resolution;

  StateChecks(Resolution resolution) {
    this.resolution = resolution;
  }

  boolean bringsAbout(BodyView body, Event event) {
    return body.guards(event).stream().anyMatch(guard -> bringsAbout(body, guard));
  }

  private boolean bringsAbout(BodyView body, Region.Branch guard) {
    Optional<MethodRef> check =
        body.call(guard.condition())
            .filter(call -> call.arguments().isEmpty())
            .flatMap(call -> resolution.target(body, call));
    if (check.isEmpty()) {
      return false;
    }
    Optional<BodyView> view = resolution.bodies().view(check.get());
    if (view.isEmpty()) {
      return resolution.gaps().inBody(check.get());
    }
    Set<FieldRef> state = new HashSet<>();
    return !readsAll(view.get(), 1, state)
        || !state.isEmpty()
            && body.events().stream()
                .filter(each -> body.guards(each).contains(guard))
                .anyMatch(each -> writes(body, each, state, DEPTH, new HashSet<>()));
  }

  /** Collects the fields that the check and its helpers read; false where a helper cannot be read. */
  private boolean readsAll(BodyView check, int depth, Set<FieldRef> state) {
    for (Event event : check.events()) {
      if (event instanceof Event.Read read) {
        state.add(read.field());
      } else if (event instanceof Event.Call call && depth > 0) {
        Optional<MethodRef> helper = resolution.target(check, call);
        if (resolution.gaps().inReceiver(check, call)
            || helper.filter(resolution.gaps()::inBody).isPresent()
            || !helper
                .flatMap(resolution.bodies()::view)
                .map(view -> readsAll(view, depth - 1, state))
                .orElse(true)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean writes(
      BodyView body, Event event, Set<FieldRef> fields, int depth, Set<MethodRef> seen) {
    if (event instanceof Event.Write write) {
      return Gaps.inValue(write.target())
          || write.target() instanceof Value.FieldValue field && fields.contains(field.field());
    }
    if (!(event instanceof Event.Call call) || depth == 0) {
      return false;
    }
    Optional<MethodRef> target = resolution.target(body, call);
    if (target.isEmpty() || !seen.add(target.get())) {
      return target.isEmpty() && resolution.gaps().inReceiver(body, call);
    }
    return resolution.gaps().inBody(target.get())
        || resolution
            .bodies()
            .view(target.get())
            .filter(
                view ->
                    view.events().stream()
                        .anyMatch(each -> writes(view, each, fields, depth - 1, seen)))
            .isPresent();
  }
}
