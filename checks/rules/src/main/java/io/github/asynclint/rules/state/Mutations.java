package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where does code change state that is not safe to share? */
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
}
