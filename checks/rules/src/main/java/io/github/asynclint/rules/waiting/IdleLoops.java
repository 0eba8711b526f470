package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does a loop do nothing but pass the time until what it asks for is so? */
public final class IdleLoops {
  private IdleLoops() {}

  /** The innermost loop around the event. */
  public static Optional<Region.Loop> around(BodyView body, Event event) {
    List<Region> regions = body.regions(event);
    for (int i = regions.size() - 1; i >= 0; i--) {
      if (regions.get(i) instanceof Region.Loop loop) {
        return Optional.of(loop);
      }
    }
    return Optional.empty();
  }

  /** Whether the loop does nothing besides the asking but pass the time. */
  public static boolean isIdle(Subject subject, Region.Loop loop, Set<Integer> asking) {
    BodyView body = subject.body();
    return body.events().stream()
        .filter(event -> event.place().regions().contains(loop.id()))
        .filter(event -> !asking.contains(event.id()) && !body.isInCatch(event))
        .allMatch(
            event ->
                event instanceof Event.Call call
                    ? passesTime(subject, call)
                    : event instanceof Event.Use || event instanceof Event.Read);
  }

  private static boolean passesTime(Subject subject, Event.Call call) {
    MethodModel model = subject.model(call);
    if (model.is(Role.IDLES) || model.is(Role.DONE_GUARD) || model.safe()) {
      return true;
    }
    // Duration.ofMillis(10) is there for the sleep only, and a text for a log. What a method of the
    // program makes for one is work of its own: the loop reports until it is over.
    List<BodyView.Use> uses = subject.body().usesOfResult(call);
    if (!uses.isEmpty()
        && !subject.resolution().gaps().inUses(subject.body(), new Value.Result(call.id()))
        && uses.stream()
            .allMatch(
                use ->
                    use.kind() == BodyView.UseKind.ARGUMENT
                        && (isOfOthers(subject, call)
                            || subject.model((Event.Call) use.event()).is(Role.IDLES))
                        && passesTime(subject, (Event.Call) use.event()))) {
      return true;
    }
    Effect blocks =
        subject.effects().ofCall(subject.body(), call).get(EffectModel.Kind.BLOCKS);
    return blocks != null && blocks.what().equals("sleep");
  }

  private static boolean isOfOthers(Subject subject, Event.Call call) {
    Program.Origin origin = subject.resolution().program().origin(call.target().owner());
    return origin == Program.Origin.PLATFORM || origin == Program.Origin.LIBRARY;
  }
}
