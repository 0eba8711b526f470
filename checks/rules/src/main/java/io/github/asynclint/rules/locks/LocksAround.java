package io.github.asynclint.rules.locks;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Flows;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.SharedVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which locks does the thread hold where an event of a body happens? */
public final class LocksAround {
  /** Callbacks inside callbacks are followed that far outwards. */
  private static final int MAX_BODIES = 8;

  private final Subject subject;
  private final SharedVariables variables;
  private final Map<CallableId, List<Event.Call>> acquisitions = new HashMap<>();

  public LocksAround(Subject subject) {
    this.subject = subject;
    this.variables = new SharedVariables(subject.resolution());
  }

  /**
   * A lock that is held.
   *
   * @param monitor whether it is a monitor: {@code synchronized}, or a bin of a map
   * @param taken where it was taken, as a step of a finding
   */
  public record Held(boolean monitor, Step taken) {}

  /** The locks that are held when the event happens, the innermost body's first. */
  public List<Held> of(BodyView body, Event event) {
    List<Held> held = new ArrayList<>();
    BodyView at = body;
    Event where = event;
    for (int i = 0; i < MAX_BODIES; i++) {
      held.addAll(own(at, where));
      Optional<Event.FunctionObject> creation =
          at.id().isLambda()
              ? subject.resolution().bodies().creation(at.id())
              : Optional.empty();
      Optional<BodyView> around =
          creation.isPresent()
              ? subject.resolution().bodies().view(at.id().enclosing())
              : Optional.empty();
      if (around.isEmpty()) {
        return held;
      }
      Optional<Event> taker = runBy(around.get(), creation.get(), held);
      if (taker.isEmpty()) {
        return held;
      }
      at = around.get();
      where = taker.get();
    }
    return held;
  }

  /** The locks that are held when the function object is run. */
  public List<Held> ofRun(BodyView body, Event.FunctionObject function) {
    List<Held> held = new ArrayList<>();
    runBy(body, function, held).ifPresent(taker -> held.addAll(of(body, taker)));
    return held;
  }

  /**
   * The event of the body in which the function object runs, if it runs before that ends; locks that
   * the one who runs it takes for it are added.
   */
  private Optional<Event> runBy(BodyView body, Event.FunctionObject function, List<Held> held) {
    for (BodyView.Use use : body.usesOfResult(function)) {
      if (use.kind() == BodyView.UseKind.ARGUMENT) {
        Event.Call call = (Event.Call) use.event();
        if (exactModel(body, call).is(Role.RUNS_UNDER_LOCK)) {
          String text = Names.method(call.target()) + " keeps others out of its part of the map";
          held.add(new Held(true, step(text, body, call.place().line())));
          return Optional.of(call);
        }
        helperLocks(body, call, use.index(), held);
      }
    }
    Relation relation = subject.contexts().ofFunction(body.id(), function);
    if (!(relation instanceof Relation.Inside inside) || !inside.body().equals(body.id())) {
      return Optional.empty();
    }
    List<BodyView.Use> uses = body.usesOfResult(function);
    return Optional.of(uses.size() == 1 ? uses.get(0).event() : function);
  }

  /** Locks that a method of the program holds whenever it runs the function that it is given. */
  private void helperLocks(BodyView body, Event.Call call, int argument, List<Held> held) {
    Optional<BodyView> helper =
        subject
            .resolution()
            .target(body, call)
            .flatMap(subject.resolution().bodies()::view);
    if (helper.isEmpty()) {
      return;
    }
    Flows.Flow flow = subject.resolution().flows().from(helper.get(), new Value.Parameter(argument));
    List<Flows.Destination> runs = flow.destinations();
    // As an argument it may as well be kept for later.
    if (!flow.hidden()
        && runs.size() == 1
        && runs.get(0).argument() < 0
        && runs.get(0).body().id().equals(helper.get().id())) {
      held.addAll(own(helper.get(), runs.get(0).call()));
    }
  }

  /** The locks that the body itself holds where the event stands. */
  public List<Held> own(BodyView body, Event event) {
    List<Held> held = new ArrayList<>();
    if (!body.id().isLambda()
        && body.callable().modifiers().contains(Modifier.SYNCHRONIZED)) {
      String text = Names.callable(body.callable()) + " is synchronized";
      held.add(new Held(true, step(text, body, body.callable().line())));
    }
    for (Region region : body.regions(event)) {
      if (region instanceof Region.Lock lock) {
        held.add(new Held(true, step("synchronized on " + name(lock.monitor()), body, 0)));
      }
    }
    for (Event.Call call : acquisitions(body)) {
      if (call.id() < event.id() && holds(body, call, event)) {
        held.add(
            new Held(
                false,
                step(Names.method(call.target()) + " takes the lock", body, call.place().line())));
      }
    }
    return held;
  }

  /** The calls that take locks; asked once for a body, not for each event in it. */
  private List<Event.Call> acquisitions(BodyView body) {
    return acquisitions.computeIfAbsent(
        body.id(),
        id ->
            body.events().stream()
                .filter(Event.Call.class::isInstance)
                .map(Event.Call.class::cast)
                .filter(this::acquires)
                .toList());
  }

  private boolean acquires(Event.Call call) {
    MethodModel model = subject.model(call);
    return model.is(Role.ACQUIRES_OWNED_LOCK)
        && call.receiver().isPresent()
        && !Gaps.inValue(call.receiver().get())
        && !isRemote(model);
  }

  /** Whether the call takes a lock that is still held where the event stands. */
  private boolean holds(BodyView body, Event.Call call, Event event) {
    if (!(call.target().returnType().equals("boolean")
            ? isTaken(body, call, event)
            : body.dominates(call, event))) {
      return false;
    }
    SharedVariables.Variable lock = variables.of(body, call.receiver().get());
    return body.events().stream()
            .filter(Event.Call.class::isInstance)
            .map(Event.Call.class::cast)
            .filter(each -> each.id() > call.id() && each.id() < event.id())
            .filter(each -> !body.isInCatch(each))
            .noneMatch(
                each ->
                    variables.isCallOn(
                        body, each, lock, other -> other.is(Role.RELEASES_OWNED_LOCK)))
        && !variables.mayCallBetween(body, call.id(), event.id(), Role.RELEASES_OWNED_LOCK);
  }

  /** A lock that is itself taken over the network is made for work that takes as long. */
  private static boolean isRemote(MethodModel model) {
    return model.effect().map(EffectModel::what).filter(what -> !what.equals("lock")).isPresent();
  }

  private static boolean isTaken(BodyView body, Event.Call call, Event event) {
    return body.guards(event).stream()
        .anyMatch(
            guard -> guard.outcome() && guard.condition().equals(new Value.Result(call.id())));
  }

  /** What the models say of the method on the receiver's own class, where that is known. */
  private MethodModel exactModel(BodyView body, Event.Call call) {
    return call.receiver()
        .flatMap(
            value -> subject.resolution().origins().exactType(new Located(body.id(), value)))
        .map(type -> subject.resolution().models().method(call.target(), type))
        .orElseGet(() -> subject.model(call));
  }

  private static String name(Value monitor) {
    if (monitor instanceof Value.FieldValue field) {
      return "the field " + field.field().name();
    } else if (monitor instanceof Value.Constant constant) {
      return constant.text();
    }
    return monitor instanceof Value.This ? "this" : "an object that others may share";
  }

  private static Step step(String text, BodyView body, int line) {
    return new Step(Step.Kind.RELATED, text, body.callable().sourceFile(), line);
  }
}
