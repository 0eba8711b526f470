package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Who else touches the state that a callback changes, at the same time? */
public final class OtherSides {
  private final Subject subject;
  private final Mutations mutations;

  public OtherSides(Subject subject, Mutations mutations) {
    this.subject = subject;
    this.mutations = mutations;
  }

  /** Whether the change stands under a lock, which others may be expected to take as well. */
  public boolean isLocked(Mutations.Mutation mutation) {
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
  public Optional<Crossings.Crossing> otherCallback(Mutations.Mutation mutation, Crossings.Crossing crossing) {
    for (BodyView body :
        subject.resolution().bodies().ofType(mutation.body().callable().type())) {
      if (!body.id().method().equals(mutation.body().id().method())) {
        continue;
      }
      for (Mutations.Mutation other : mutations.in(body)) {
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
            && !RunOrder.isOrdered(crossing, far.get())
            && !RunOrder.isExclusive(crossing, far.get())
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
  public Optional<Located> otherSide(Mutations.Mutation mutation, Crossings.Crossing crossing) {
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
      if (!setUp && !sameRun && !locked && !runsInside(reader, crossing)) {
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
        || RunOrder.isOrdered(crossing, other.get())
        || !other.get().far().isKnown();
  }

  /** Whether a body is on the crossing's far side, or a private method that is only called there. */
  private boolean runsInside(BodyView body, Crossings.Crossing crossing) {
    if (crossing.inside(body.id())) {
      return true;
    }
    if (body.id().isLambda() || !body.callable().modifiers().contains(Modifier.PRIVATE)) {
      return false;
    }
    List<CallIndex.CallSite> callers = subject.resolution().callers(body.id().method());
    return callers.isEmpty()
        ? subject.resolution().gaps().inCallersOf(body.id().method())
        : callers.stream().allMatch(site -> crossing.inside(site.body().id()));
  }

  /** A step of a finding at an event of a body. */
  public Step step(Located at, String text) {
    BodyView body = subject.resolution().bodies().view(at.body()).orElseThrow();
    int line = body.events().get(((Value.Result) at.value()).event()).place().line();
    return new Step(Step.Kind.RELATED, text, body.callable().sourceFile(), line);
  }

  private static boolean sameVariable(Mutations.Mutation one, Mutations.Mutation other) {
    return one.variable().equals(other.variable());
  }
}
