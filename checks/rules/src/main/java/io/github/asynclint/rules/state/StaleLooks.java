package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.state.StateWrites.StateWrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does a write behind a crossing rest on a look at the same state before it? */
public final class StaleLooks {
  private static final int MAX_STEPS = 6;
  private static final int MAX_HELPERS = 2;

  private final Subject subject;
  private final StateWrites writes;

  public StaleLooks(Subject subject, StateWrites writes) {
    this.subject = subject;
    this.writes = writes;
  }

  /**
   * A look at a field's state.
   *
   * @param key what was looked up, if it has keys
   */
  private record Look(FieldRef field, boolean assigned, Optional<Value> key, Event at) {}

  /**
   * The look on the near side that the write rests on: the crossing is only met after it, or the write
   * contains what it saw. Empty where the near side has marked the state as taken before it goes on.
   */
  public Optional<Event> before(Crossings.Crossing crossing, BodyView far, StateWrite write) {
    BodyView near = crossing.near();
    if (crossing.creation() instanceof Event.Call && write.isOfThis()) {
      // The callback's own state, not that of the object which creates it.
      return Optional.empty();
    }
    List<Region.Branch> guards = near.guards(crossing.start());
    List<Look> conditions = new ArrayList<>();
    for (Region.Branch guard : guards) {
      if (Gaps.inValue(guard.condition()) || claims(near, guard.condition(), MAX_STEPS)) {
        return Optional.empty();
      }
      collect(near, guard.condition(), crossing.start(), conditions, MAX_STEPS);
    }
    Optional<Look> found =
        conditions.stream().filter(look -> isSame(near, look, far, write)).findFirst();
    if (found.isEmpty()) {
      found = written(crossing, far, write);
    }
    Set<FieldRef> looked = new HashSet<>();
    looked.add(write.field());
    conditions.forEach(look -> looked.add(look.field()));
    boolean taken =
        near.events().stream()
            .anyMatch(
                event ->
                    event != write.event()
                        && event != crossing.creation()
                        && !near.isInCatch(event)
                        && (writes.mayChange(near, event, looked, MAX_HELPERS) || mayLock(event)));
    return taken ? Optional.empty() : found.map(Look::at);
  }

  /** A look whose answer is part of what is written. */
  private Optional<Look> written(Crossings.Crossing crossing, BodyView far, StateWrite write) {
    List<Look> looks = new ArrayList<>();
    for (Value value : write.written()) {
      captured(crossing, far, value, looks, MAX_STEPS);
    }
    return looks.stream()
        .filter(look -> isSame(crossing.near(), look, far, write))
        .findFirst();
  }

  private void captured(
      Crossings.Crossing crossing, BodyView far, Value value, List<Look> looks, int steps) {
    if (value instanceof Value.Captured) {
      Located outside = subject.resolution().origins().variable(new Located(far.id(), value));
      if (outside.body().equals(crossing.near().id())) {
        collect(crossing.near(), outside.value(), crossing.start(), looks, steps);
      }
    } else if (value instanceof Value.Operation operation) {
      operation.operands().forEach(each -> captured(crossing, far, each, looks, steps));
    } else if (value instanceof Value.Choice choice) {
      choice.values().forEach(each -> captured(crossing, far, each, looks, steps));
    } else if (steps > 0) {
      far.call(value)
          .ifPresent(
              call -> {
                call.receiver()
                    .ifPresent(each -> captured(crossing, far, each, looks, steps - 1));
                call.arguments()
                    .forEach(each -> captured(crossing, far, each, looks, steps - 1));
              });
    }
  }

  /** The looks that a value of a body is made of. */
  private void collect(BodyView body, Value value, Event end, List<Look> looks, int steps) {
    if (value instanceof Value.Operation operation) {
      operation.operands().forEach(each -> collect(body, each, end, looks, steps));
    } else if (value instanceof Value.Choice choice) {
      choice.values().forEach(each -> collect(body, each, end, looks, steps));
    } else if (value instanceof Value.FieldValue) {
      writes
          .field(body, value)
          .ifPresent(field -> looks.add(new Look(field, true, Optional.empty(), end)));
    } else if (steps > 0) {
      body.call(value)
          .filter(call -> !call.target().isConstructor())
          .ifPresent(call -> collect(body, call, looks, steps - 1));
    }
  }

  private void collect(BodyView body, Event.Call call, List<Look> looks, int steps) {
    collectFromHelper(body, call, looks, steps);
    if (call.receiver().isPresent()) {
      Value receiver = call.receiver().get();
      if (subject.model(call).is(Role.READS_STATE)) {
        Optional<Value> key = call.arguments().stream().findFirst();
        writes
            .field(body, receiver)
            .ifPresent(field -> looks.add(new Look(field, false, key, call)));
      }
      collect(body, receiver, call, looks, steps);
    }
  }

  /** A method of the same object that tells what the state is: {@code isKnown(key)}. */
  private void collectFromHelper(BodyView body, Event.Call call, List<Look> looks, int steps) {
    Optional<BodyView> helper = writes.helper(body, call);
    List<Look> inside = new ArrayList<>();
    helper.ifPresent(
        view -> view.returned().forEach(each -> collect(view, each, call, inside, steps)));
    inside.forEach(
        look ->
            looks.add(
                new Look(
                    look.field(),
                    look.assigned(),
                    look.key().map(key -> StateWrites.argument(call, key)),
                    call)));
  }

  private boolean isSame(BodyView near, Look look, BodyView far, StateWrite write) {
    return look.field().equals(write.field())
        && look.assigned() == write.assigned()
        && (look.key().isEmpty()
            || write.key().isPresent()
                && isSameValue(near, look.key().get(), far, write.key().get(), MAX_STEPS));
  }

  private boolean isSameValue(BodyView near, Value one, BodyView far, Value other, int steps) {
    Located left = subject.resolution().origins().variable(new Located(near.id(), one));
    Located right = subject.resolution().origins().variable(new Located(far.id(), other));
    if (Gaps.inValue(left.value()) || Gaps.inValue(right.value())) {
      return false;
    }
    if (left.equals(right)
        || left.value() instanceof Value.Constant && left.value().equals(right.value())) {
      return true;
    }
    Optional<BodyView> leftBody = subject.resolution().bodies().view(left.body());
    Optional<BodyView> rightBody = subject.resolution().bodies().view(right.body());
    Optional<Event.Call> leftCall = leftBody.flatMap(body -> body.call(left.value()));
    Optional<Event.Call> rightCall = rightBody.flatMap(body -> body.call(right.value()));
    // Accessors of one object: order.id() here and there.
    return steps > 0
        && leftCall.isPresent()
        && rightCall.isPresent()
        && leftCall.get().target().equals(rightCall.get().target())
        && leftCall.get().arguments().isEmpty()
        && leftCall.get().receiver().isPresent()
        && rightCall.get().receiver().isPresent()
        && isSameValue(
            leftBody.get(),
            leftCall.get().receiver().get(),
            rightBody.get(),
            rightCall.get().receiver().get(),
            steps - 1);
  }

  /** Whether the condition is true for one of several that come at a time. */
  private boolean claims(BodyView body, Value condition, int steps) {
    if (condition instanceof Value.Operation operation) {
      return operation.operands().stream().anyMatch(each -> claims(body, each, steps));
    }
    Optional<Event.Call> call = body.call(condition);
    if (call.isEmpty() || steps == 0) {
      return false;
    }
    MethodModel model = subject.model(call.get());
    return model.is(Role.CLAIMS)
        || model.is(Role.MUTATES)
        || subject.resolution().gaps().inModel(call.get())
        || writes
            .helper(body, call.get())
            .filter(helper -> helper.events().stream().anyMatch(each -> isClaim(helper, each)))
            .isPresent()
        || call.get().receiver().filter(each -> claims(body, each, steps - 1)).isPresent();
  }

  /** Whether a method that answers also changes something, so that it may answer one caller so. */
  private boolean isClaim(BodyView body, Event event) {
    return event instanceof Event.Write
        || event instanceof Event.Call call
            && (subject.model(call).is(Role.CLAIMS)
                || subject.model(call).is(Role.MUTATES)
                || subject.resolution().gaps().inModel(call));
  }

  private boolean mayLock(Event event) {
    return event instanceof Event.Call call
        && (subject.model(call).is(Role.ACQUIRES_OWNED_LOCK)
            || subject.model(call).is(Role.ACQUIRES_PERMIT)
            || subject.resolution().gaps().inModel(call)
                && subject.yields(call) == TypeModel.Kind.NONE);
  }

  /** Whether the far side looks again, at this state or at any other of the object, before it writes. */
  public boolean isRechecked(Crossings.Crossing crossing, BodyView body, StateWrite write) {
    BodyView at = body;
    Event end = write.event();
    while (!at.id().equals(crossing.near().id())) {
      if (looksAgain(at, end, write)) {
        return true;
      }
      if (!at.id().isLambda()) {
        return false;
      }
      CallableId lambda = at.id();
      Optional<BodyView> around = subject.resolution().bodies().view(lambda.enclosing());
      Optional<Event.FunctionObject> creation = subject.resolution().bodies().creation(lambda);
      if (around.isEmpty() || creation.isEmpty()) {
        return true;
      }
      at = around.get();
      end = creation.get();
    }
    return false;
  }

  private boolean looksAgain(BodyView body, Event end, StateWrite write) {
    for (Region.Branch guard : body.guards(end)) {
      List<Look> looks = new ArrayList<>();
      collect(body, guard.condition(), end, looks, MAX_STEPS);
      if (!looks.isEmpty()
          || Gaps.inValue(guard.condition())
          || claims(body, guard.condition(), MAX_STEPS)) {
        return true;
      }
    }
    return body.events().stream()
        .filter(event -> event.id() < end.id())
        .anyMatch(
            event ->
                event instanceof Event.Read read && write.assigned()
                    ? read.field().equals(write.field())
                    : event instanceof Event.Call call
                        && call.receiver().isPresent()
                        && (Gaps.inValue(call.receiver().get())
                            || writes
                                .field(body, call.receiver().get())
                                .filter(write.field()::equals)
                                .isPresent())
                        && !subject.model(call).is(Role.SETS_STATE));
  }
}
