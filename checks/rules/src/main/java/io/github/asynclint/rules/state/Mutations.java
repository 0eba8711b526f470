package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where does code change state that is not safe to share, and who else touches that state? */
public final class Mutations {
  private final Subject subject;
  private final SharedVariables variables;

  public Mutations(Subject subject) {
    this.subject = subject;
    this.variables = new SharedVariables(subject.resolution());
  }

  /**
   * A change of state.
   *
   * @param body in which it stands
   * @param what as a message names it
   * @param isShared whether the state is static, so that it is shared by all callers
   */
  public record Mutation(
      BodyView body,
      Event event,
      SharedVariables.Variable variable,
      String what,
      boolean isShared) {
    /** Whether it may be one of several writes to different slots of an array. */
    public boolean mayHaveOwnSlot() {
      return event instanceof Event.Write write
          && write.target() instanceof Value.Element
          && !write.compound();
    }
  }

  /** The changes of captured variables and fields in a body. */
  public List<Mutation> in(BodyView body) {
    List<Mutation> found = new ArrayList<>();
    for (Event event : body.events()) {
      if (event instanceof Event.Write write) {
        written(body, write).ifPresent(found::add);
      } else if (event instanceof Event.Call call
          && call.receiver().isPresent()
          && subject.model(call).is(Role.MUTATES)) {
        changed(body, call, call.receiver().get()).ifPresent(found::add);
      } else if (event instanceof Event.Call call) {
        found.addAll(changedByHelper(body, call));
      } else if (event instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.Reference reference
          && reference.receiver().isPresent()
          && subject.resolution().model(reference).is(Role.MUTATES)) {
        changed(body, function, reference.receiver().get()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Mutation> written(BodyView body, Event.Write write) {
    if (write.target() instanceof Value.Element element
        && element.array() instanceof Value.Captured captured) {
      SharedVariables.Variable variable = variables.of(body, captured);
      return Optional.of(
          new Mutation(body, write, variable, "the array " + captured.name(), false));
    }
    if (write.compound() && write.target() instanceof Value.FieldValue field) {
      FieldRef ref = field.field();
      return Optional.of(
          new Mutation(
              body,
              write,
              variables.of(body, field),
              "the field " + ref.name(),
              false));
    }
    return Optional.empty();
  }

  /** A call changes its receiver if that is known to be of a type that is not safe to share. */
  private Optional<Mutation> changed(BodyView body, Event event, Value receiver) {
    boolean isField = receiver instanceof Value.FieldValue;
    if (!isField && !(receiver instanceof Value.Captured) && event instanceof Event.Call) {
      return Optional.empty();
    }
    Located at = new Located(body.id(), receiver);
    Optional<Event.Call> origin = subject.resolution().origins().originCall(at);
    boolean unsafe =
        origin.isPresent()
            && !subject.resolution().models().type(origin.get().target().resultType()).threadSafe();
    if (!unsafe) {
      return Optional.empty();
    }
    boolean shared = receiver instanceof Value.FieldValue field && field.field().isStatic();
    String type = Names.simple(origin.get().target().resultType());
    String article = "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    String what = article + type + name(receiver);
    return Optional.of(
        new Mutation(body, event, variables.of(body, receiver), what, shared));
  }

  /** Arguments that a method of the program changes: one step, as helpers of callbacks are. */
  private List<Mutation> changedByHelper(BodyView body, Event.Call call) {
    List<Mutation> found = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      if (argument instanceof Value.Captured && isChangedBy(body, call, i)) {
        changed(body, call, argument).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean isChangedBy(BodyView body, Event.Call call, int argument) {
    return subject
        .resolution()
        .target(body, call)
        .filter(target -> isOfProgram(target.owner()))
        .flatMap(target -> subject.resolution().bodies().view(target))
        .map(
            helper ->
                helper.uses(new Value.Parameter(argument)).stream()
                    .anyMatch(
                        use ->
                            use.kind() == BodyView.UseKind.RECEIVER
                                && subject.model((Event.Call) use.event()).is(Role.MUTATES)
                                && !helper.isLocked(use.event())))
        .orElse(false);
  }

  private boolean isOfProgram(String type) {
    return subject.resolution().program().origin(type) == Program.Origin.PROGRAM;
  }

  private static String name(Value receiver) {
    if (receiver instanceof Value.FieldValue field) {
      return " in the field " + field.field().name();
    }
    return receiver instanceof Value.Captured captured ? " (" + captured.name() + ")" : "";
  }

  /** Whether the change stands under a lock, which others may be expected to take as well. */
  public boolean isLocked(Mutation mutation) {
    if (mutation.body().isLocked(mutation.event())
        || mutation.body().callable().modifiers().contains(Modifier.SYNCHRONIZED)) {
      return true;
    }
    return mutation.body().events().stream()
        .filter(event -> event.id() < mutation.event().id())
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .anyMatch(
            call ->
                subject.model(call).is(Role.ACQUIRES_OWNED_LOCK)
                    || subject.model(call).is(Role.ACQUIRES_PERMIT)
                    || subject.resolution().gaps().inModel(call));
  }

  /** Another callback of the same method that changes the state and is not ordered with this one. */
  public Optional<Crossings.Crossing> otherCallback(Mutation mutation, Crossings.Crossing crossing) {
    for (BodyView body :
        subject.resolution().bodies().ofType(mutation.body().callable().type())) {
      if (!body.id().method().equals(mutation.body().id().method())) {
        continue;
      }
      for (Mutation other : in(body)) {
        if (other.event() == mutation.event() || !sameVariable(other, mutation)) {
          continue;
        }
        Optional<Crossings.Crossing> far =
            other.event() instanceof Event.FunctionObject function
                ? subject.crossings().of(body, function)
                : subject.crossings().around(body.id());
        if (far.isPresent()
            && far.get().near().id().equals(crossing.near().id())
            && far.get().call() != crossing.call()
            && !isOrdered(crossing, far.get())
            && !subject.crossings().isAwaited(far.get())
            && !subject.crossings().isAwaited(crossing)
            && !isLocked(other)) {
          return far;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A use of the field on another side: in a method, or a callback elsewhere, that is neither this
   * crossing's far side nor another stage of the same call, nor set-up code, nor locked.
   */
  public Optional<Located> otherSide(Mutation mutation, Crossings.Crossing crossing) {
    if (mutation.variable().field().isEmpty()) {
      return Optional.empty();
    }
    FieldRef field = mutation.variable().field().get();
    for (BodyView reader : subject.resolution().index().readers(field)) {
      boolean sameRun =
          reader.id().method().equals(mutation.body().id().method())
              && isSameRun(reader, crossing);
      boolean setUp =
          reader.id().method().isConstructor() || reader.id().method().isStaticInitializer();
      boolean locked =
          reader.callable().modifiers().contains(Modifier.SYNCHRONIZED)
              || reader.events().stream()
                  .anyMatch(event -> event instanceof Event.Read && reader.isLocked(event));
      if (!setUp && !sameRun && !locked && !crossing.inside(reader.id())) {
        for (Event event : reader.events()) {
          if (event instanceof Event.Read read && read.field().equals(field)) {
            return Optional.of(new Located(reader.id(), new Value.Result(read.id())));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether code of the same method runs before or after the crossing's far side, never beside it. */
  private boolean isSameRun(BodyView reader, Crossings.Crossing crossing) {
    if (!reader.id().isLambda()) {
      return !subject.contexts().of(reader.id()).isKnown();
    }
    Optional<Crossings.Crossing> other = subject.crossings().around(reader.id());
    return other.isEmpty()
        || isOrdered(crossing, other.get())
        || !other.get().far().isKnown();
  }

  /** A step of a finding at an event of a body. */
  public Step step(Located at, String text) {
    BodyView body = subject.resolution().bodies().view(at.body()).orElseThrow();
    int line = body.events().get(((Value.Result) at.value()).event()).place().line();
    return new Step(Step.Kind.RELATED, text, body.callable().sourceFile(), line);
  }

  private static boolean sameVariable(Mutation one, Mutation other) {
    return one.variable().equals(other.variable());
  }

  /** Whether both crossings belong to one chain, so that one callback runs after the other. */
  private static boolean isOrdered(Crossings.Crossing one, Crossings.Crossing other) {
    return isAbove(one, other) || isAbove(other, one);
  }

  private static boolean isAbove(Crossings.Crossing upper, Crossings.Crossing lower) {
    Optional<Value> at = lower.call().receiver();
    for (int i = 0; i < 30 && at.isPresent(); i++) {
      Optional<Event.Call> call = lower.at().call(at.get());
      if (call.isEmpty()) {
        return Gaps.inValue(at.get());
      }
      if (call.get() == upper.call()) {
        return true;
      }
      at = call.get().receiver();
    }
    return false;
  }

  /** A look at the state on the near side, after the crossing and with no wait in between. */
  public Optional<Event> earlyRead(Mutation mutation, Crossings.Crossing crossing) {
    BodyView near = crossing.near();
    boolean future = subject.kindOf(crossing.call().target().resultType()).isFuture();
    boolean subscribed =
        subject.model(crossing.call()).is(Role.SUBSCRIBES) && crossing.far().isKnown();
    if (!(future || subscribed)
        || mutation.variable().field().isPresent()
        || !mutation.variable().local().body().equals(near.id())) {
      return Optional.empty();
    }
    for (BodyView.Use use : near.uses(mutation.variable().local().value())) {
      boolean looks =
          use.kind() == BodyView.UseKind.RETURNED
              || use.kind() == BodyView.UseKind.LOOKED_AT
              || (use.kind() == BodyView.UseKind.RECEIVER
                  && !subject.model((Event.Call) use.event()).is(Role.MUTATES));
      if (looks && use.event().id() > crossing.start().id() && !waitsBetween(near, crossing, use)) {
        return Optional.of(use.event());
      }
    }
    return Optional.empty();
  }

  private boolean waitsBetween(
      BodyView near, Crossings.Crossing crossing, BodyView.Use use) {
    return near.events().stream()
        .filter(event -> event.id() > crossing.start().id() && event.id() < use.event().id())
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .anyMatch(
            call ->
                subject.model(call).effect().isPresent()
                    || subject.resolution().gaps().inModel(call)
                    || subject
                        .resolution()
                        .target(near, call)
                        .filter(subject.resolution().gaps()::inBody)
                        .isPresent()
                    || subject.effects().ofCall(near, call).values().stream()
                        .anyMatch(effect -> effect.kind() != EffectModel.Kind.BURNS_CPU));
  }
}
