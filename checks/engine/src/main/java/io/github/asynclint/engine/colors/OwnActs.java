package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where does a body itself take a lock or start async work, as the models tell? */
final class OwnActs {
  /** What yields a future without starting anything. */
  private static final Set<Role> STARTS_NOTHING =
      Set.of(
          Role.OPERATOR,
          Role.SAME,
          Role.YIELDS_COMPLETE,
          Role.MAKES_PROMISE,
          Role.COMPLETES_AFTER_ALL,
          Role.QUEUES,
          Role.YIELDS_STORED,
          Role.YIELDS_ELEMENT);

  private final Resolution resolution;
  private final Crossings crossings;

  OwnActs(Resolution resolution, Crossings crossings) {
    this.resolution = resolution;
    this.crossings = crossings;
  }

  List<Hop> of(BodyView body) {
    List<Hop> found = new ArrayList<>();
    if (!body.id().isLambda()
        && body.callable().modifiers().contains(Modifier.SYNCHRONIZED)
        && !body.events().isEmpty()) {
      String text = Names.callable(body.callable()) + " is synchronized, which takes a lock";
      found.add(new Hop.End(0, body.callable().line(), Act.own(Act.Kind.LOCKS, text)));
    }
    Set<Integer> entered = new HashSet<>();
    for (Event event : body.events()) {
      for (Region region : body.regions(event)) {
        if (region instanceof Region.Lock && entered.add(region.id())) {
          found.add(end(event, Act.Kind.LOCKS, "synchronized, which takes a lock"));
        }
      }
      if (event instanceof Event.Call call) {
        act(call).ifPresent(found::add);
      } else if (event instanceof Event.FunctionObject function) {
        handedOver(body, function).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Hop> act(Event.Call call) {
    MethodModel model = resolution.model(call);
    String name = Names.qualified(call.target());
    if (model.is(Role.ACQUIRES_OWNED_LOCK) || model.is(Role.RUNS_UNDER_LOCK)) {
      return Optional.of(end(call, Act.Kind.LOCKS, name + ", which takes a lock"));
    }
    return model.is(Role.SUBSCRIBES) || model.is(Role.STARTS) || yieldsNewFuture(call, model)
        ? Optional.of(end(call, Act.Kind.STARTS, name + ", which starts async work"))
        : Optional.empty();
  }

  /** A method of the program starts what its body starts, and that is looked into. */
  private boolean yieldsNewFuture(Event.Call call, MethodModel model) {
    return !call.target().isConstructor()
        && resolution.program().origin(call.target().owner()) != Program.Origin.PROGRAM
        && resolution.models().covers(call.target().owner())
        && resolution.models().type(call.target().returnType()).kind().isFuture()
        && STARTS_NOTHING.stream().noneMatch(model::is);
  }

  /** A task for an executor, where nothing that the call yields tells of it. */
  private Optional<Hop> handedOver(BodyView body, Event.FunctionObject function) {
    return crossings
        .of(body, function)
        .filter(crossing -> crossing.at().id().equals(body.id()))
        .filter(
            crossing ->
                crossing.call().target().returnsVoid()
                    && resolution.model(crossing.call()).parameters().get(crossing.callArgument())
                        == ContextSpec.Relative.RECEIVER)
        .map(
            crossing ->
                end(
                    crossing.call(),
                    Act.Kind.STARTS,
                    Names.qualified(crossing.call().target()) + ", which starts async work"));
  }

  private static Hop end(Event event, Act.Kind kind, String text) {
    return new Hop.End(event.id(), event.place().line(), Act.own(kind, text));
  }
}
