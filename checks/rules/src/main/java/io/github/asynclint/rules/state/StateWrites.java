package io.github.asynclint.rules.state;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where does code give a field, or what a field holds, a new state whatever it had before? */
public final class StateWrites {
  private final Subject subject;

  public StateWrites(Subject subject) {
    this.subject = subject;
  }

  /**
   * A write of state.
   *
   * @param event the assignment, the call or the method reference
   * @param field the field that is assigned, or whose content is changed
   * @param assigned whether the field itself is assigned
   * @param key of what is changed, if it has keys: the first argument of {@code put} or {@code add}
   * @param written what is written
   */
  public record StateWrite(
      Event event, FieldRef field, boolean assigned, Optional<Value> key, List<Value> written) {
    /** Whether the field is one of the very object whose method this is, as far as the event tells. */
    boolean isOfThis() {
      Optional<Value> owner =
          event instanceof Event.Write write && write.target() instanceof Value.FieldValue target
              ? target.receiver()
              : event instanceof Event.Call call ? call.receiver() : Optional.empty();
      if (owner.isPresent() && owner.get() instanceof Value.FieldValue holder) {
        owner = holder.receiver();
      }
      return owner.filter(Value.This.class::isInstance).isPresent();
    }
  }

  /** The writes in a body of state that is not its own, directly or by a method of the same object. */
  public List<StateWrite> in(BodyView body) {
    List<StateWrite> found = own(body);
    for (Event event : body.events()) {
      if (event instanceof Event.Call call) {
        helper(body, call)
            .ifPresent(
                helper ->
                    own(helper).stream()
                        .filter(write -> helper.regions(write.event()).isEmpty())
                        .filter(write -> !readsBefore(helper, write))
                        .forEach(write -> found.add(asSeenFrom(call, write))));
      }
    }
    return found;
  }

  private List<StateWrite> own(BodyView body) {
    List<StateWrite> found = new ArrayList<>();
    for (Event event : body.events()) {
      if (event instanceof Event.Write write && !write.compound()) {
        field(body, write.target())
            .ifPresent(
                field ->
                    found.add(
                        new StateWrite(
                            write, field, true, Optional.empty(), List.of(write.value()))));
      } else if (event instanceof Event.Call call && subject.model(call).is(Role.SETS_STATE)) {
        Optional<Value> key = call.arguments().stream().findFirst();
        call.receiver()
            .flatMap(receiver -> field(body, receiver))
            .filter(field -> !isLookedAt(body, call))
            .ifPresent(
                field -> found.add(new StateWrite(call, field, false, key, call.arguments())));
      } else if (event instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.Reference reference
          && subject.resolution().model(reference).is(Role.SETS_STATE)) {
        reference
            .receiver()
            .flatMap(receiver -> field(body, receiver))
            .ifPresent(
                field ->
                    found.add(
                        new StateWrite(function, field, false, Optional.empty(), List.of())));
      }
    }
    return found;
  }

  /** The body that a call of the object's own method runs, or of a static one beside it. */
  Optional<BodyView> helper(BodyView body, Event.Call call) {
    boolean own =
        call.receiver().isEmpty()
            ? call.target().owner().equals(body.callable().type())
                && !call.target().isConstructor()
            : isOwnObject(call.receiver().get());
    return own
        ? subject
            .resolution()
            .target(body, call)
            .filter(
                target ->
                    subject.resolution().program().origin(target.owner())
                        == Program.Origin.PROGRAM)
            .flatMap(subject.resolution().bodies()::view)
        : Optional.empty();
  }

  private static boolean isOwnObject(Value value) {
    return value instanceof Value.This || value instanceof Value.Outer;
  }

  /** Whether the helper looks at the state by itself before it writes. */
  private boolean readsBefore(BodyView helper, StateWrite write) {
    return helper.events().stream()
        .filter(event -> event.id() < write.event().id())
        .anyMatch(
            event ->
                event instanceof Event.Call call
                        && call.receiver()
                            .flatMap(receiver -> field(helper, receiver))
                            .filter(write.field()::equals)
                            .isPresent()
                    || event instanceof Event.Read read
                        && write.assigned()
                        && read.field().equals(write.field()));
  }

  private static StateWrite asSeenFrom(Event.Call call, StateWrite write) {
    return new StateWrite(
        call,
        write.field(),
        write.assigned(),
        write.key().map(key -> argument(call, key)),
        write.written().stream().map(value -> argument(call, value)).toList());
  }

  /** What a value of a helper is for its caller. */
  static Value argument(Event.Call call, Value value) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.index() < call.arguments().size()
          ? call.arguments().get(parameter.index())
          : Value.UNKNOWN;
    }
    return value instanceof Value.Constant ? value : Value.UNKNOWN;
  }

  /** Whether what the field holds is not safe to share, or may be for want of facts. */
  public boolean mayBeUnsafe(StateWrite write) {
    Optional<Located> origin = subject.resolution().origins().onlyWrite(write.field());
    return !write.assigned()
        && (subject.resolution().gaps().inWritersOf(write.field())
            || origin.filter(at -> Gaps.inValue(at.value())).isPresent()
            || origin
                .flatMap(subject.resolution().origins()::originCall)
                .map(call -> subject.resolution().models().type(call.target().resultType()))
                .filter(type -> !type.threadSafe())
                .isPresent());
  }

  /** Whether nobody ever writes anything else: then it does not matter who comes last. */
  public boolean isOneWay(StateWrite write) {
    if (write.key().isPresent() && write.written().size() > 1
        || write.written().stream().anyMatch(value -> !(value instanceof Value.Constant))) {
      return false;
    }
    List<BodyView> users =
        write.assigned()
            ? subject.resolution().index().writes(write.field()).stream()
                .map(CallIndex.WriteSite::body)
                .toList()
            : subject.resolution().index().readers(write.field());
    return users.stream()
        .filter(body -> !body.id().method().isConstructor())
        .filter(body -> !body.id().method().isStaticInitializer())
        .allMatch(body -> body.events().stream().allMatch(each -> isLike(write, body, each)));
  }

  /** Whether an event leaves the state alone, or writes the same. */
  private boolean isLike(StateWrite write, BodyView body, Event event) {
    return !mayChange(body, event, Set.of(write.field()), 0)
        || event instanceof Event.Write other && write.written().contains(other.value())
        || event instanceof Event.Call call
            && subject.model(call).is(Role.SETS_STATE)
            && call.arguments().equals(write.written());
  }

  /** Whether the code looks at what was there before, and so may see that somebody came first. */
  private boolean isLookedAt(BodyView body, Event.Call call) {
    return subject.resolution().gaps().inUses(body, new Value.Result(call.id()))
        || body.usesOfResult(call).stream()
            .anyMatch(use -> use.kind() != BodyView.UseKind.RETURNED);
  }

  /** The field that a value stands for, of the object whose code this is or of no object. */
  public Optional<FieldRef> field(BodyView body, Value value) {
    Located variable =
        subject.resolution().origins().variable(new Located(body.id(), value));
    return variable.value() instanceof Value.FieldValue field
            && (field.receiver().isEmpty() || isOwnObject(field.receiver().get()))
        ? Optional.of(field.field())
        : Optional.empty();
  }

  /** Whether an event changes what one of the fields holds, or may; also in helpers. */
  boolean mayChange(BodyView body, Event event, Set<FieldRef> fields, int helpers) {
    if (event instanceof Event.Write write) {
      return field(body, write.target()).filter(fields::contains).isPresent();
    }
    if (event instanceof Event.Call call) {
      return call.receiver().isPresent()
              && (changes(body, subject.model(call), call.receiver().get(), fields)
                  || subject.resolution().gaps().inModel(call)
                      && isOne(body, call.receiver().get(), fields))
          || subject.resolution().target(body, call).filter(this::isUnread).isPresent()
          || helpers > 0
              && helper(body, call)
                  .filter(
                      helper ->
                          helper.events().stream()
                              .anyMatch(each -> mayChange(helper, each, fields, helpers - 1)))
                  .isPresent();
    }
    return event instanceof Event.FunctionObject function
        && function.code() instanceof Event.Code.Reference reference
        && reference.receiver().isPresent()
        && changes(
            body, subject.resolution().model(reference), reference.receiver().get(), fields);
  }

  private boolean isUnread(MethodRef method) {
    return subject.resolution().gaps().inBody(method);
  }

  private boolean changes(
      BodyView body, MethodModel model, Value receiver, Set<FieldRef> fields) {
    return (model.is(Role.MUTATES) || model.is(Role.SETS_STATE) || model.is(Role.CLAIMS))
        && isOne(body, receiver, fields);
  }

  private boolean isOne(BodyView body, Value value, Set<FieldRef> fields) {
    return Gaps.inValue(value) || field(body, value).filter(fields::contains).isPresent();
  }
}
