package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Reach;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where does code read what another thread was given: a ThreadLocal, a logging or security context? */
public final class ThreadContexts {
  /** What reads something that belongs to its thread. */
  private static final Set<Role> READING =
      Set.of(Role.READS_THREAD_CONTEXT, Role.READS_THREAD_LOCAL);

  private static final int MAX_HELPERS = 3;

  private final Resolution resolution;
  private final Reach reach;

  public ThreadContexts(Resolution resolution, Reach reach) {
    this.resolution = resolution;
    this.reach = reach;
  }

  /** Whether the method may read such a thing at all, itself or through helpers. */
  public boolean mayRead(MethodRef method) {
    return reach.roles(method, READING);
  }

  /**
   * The path to something that is read.
   *
   * @param variable a ThreadLocal: perhaps the thread's own scratch paper, and nobody's context
   */
  public record Reading(List<Step> path, boolean variable) {
    private Reading after(Step step) {
      List<Step> longer = new ArrayList<>();
      longer.add(step);
      longer.addAll(path);
      return new Reading(List.copyOf(longer), variable);
    }
  }

  /** What the call reads, itself or through helpers of the program. */
  public Optional<Reading> reading(BodyView body, Event.Call call) {
    return reading(body, call, MAX_HELPERS);
  }

  /** As {@link #reading(BodyView, Event.Call)}, of a method reference. */
  public Optional<Reading> reading(BodyView body, Event.Code.Reference reference) {
    MethodModel model = resolution.model(reference);
    return isReading(model, body, reference.receiver())
        ? Optional.of(direct(model, reference.method()))
        : through(resolution.target(body, reference), MAX_HELPERS);
  }

  /**
   * Whether code on the far side has set up the context before the event, or may have: a call that
   * cannot be looked into and yields nothing, or something to close, is how libraries restore one.
   */
  public boolean isRestored(BodyView body, Event event, Crossings.Crossing crossing) {
    if (maySetBefore(body, event.id(), MAX_HELPERS) || isWrapped(crossing)) {
      return true;
    }
    BodyView at = body;
    while (at.id().isLambda() && crossing.inside(at.id())) {
      CallableId lambda = at.id();
      Optional<Event.FunctionObject> creation = resolution.bodies().creation(lambda);
      Optional<BodyView> around = resolution.bodies().view(lambda.enclosing());
      if (creation.isEmpty() || around.isEmpty()) {
        return true;
      }
      if (!crossing.inside(lambda.enclosing())) {
        return false;
      }
      if (maySetBefore(around.get(), creation.get().id(), MAX_HELPERS)) {
        return true;
      }
      at = around.get();
    }
    return false;
  }

  /** Whether the callback goes through a helper of the program that may set up the context around it. */
  private boolean isWrapped(Crossings.Crossing crossing) {
    return resolution
        .target(crossing.at(), crossing.call())
        .filter(this::isOfProgram)
        .flatMap(resolution.bodies()::view)
        .map(helper -> resolution.bodies().ofType(helper.callable().type()).stream()
            .filter(each -> each.id().method().equals(helper.id().method()))
            .anyMatch(each -> maySetBefore(each, Integer.MAX_VALUE, MAX_HELPERS)))
        .orElse(false);
  }

  private Optional<Reading> reading(BodyView body, Event.Call call, int helpers) {
    MethodModel model = resolution.model(call);
    return isReading(model, body, call.receiver())
        ? Optional.of(direct(model, call.target()))
        : through(resolution.target(body, call), helpers);
  }

  private static Reading direct(MethodModel model, MethodRef method) {
    return new Reading(List.of(step(method)), !model.is(Role.READS_THREAD_CONTEXT));
  }

  private Optional<Reading> through(Optional<MethodRef> target, int helpers) {
    Optional<BodyView> helper =
        target
            .filter(this::isOfProgram)
            .filter(this::mayRead)
            .flatMap(resolution.bodies()::view);
    if (helpers == 0 || helper.isEmpty()) {
      return Optional.empty();
    }
    for (Event event : helper.get().events()) {
      if (event instanceof Event.Call call) {
        Optional<Reading> reading = reading(helper.get(), call, helpers - 1);
        if (reading.isPresent() && !maySetBefore(helper.get(), call.id(), helpers)) {
          Step step =
              new Step(
                  Step.Kind.PATH,
                  Names.callable(helper.get().callable()),
                  helper.get().callable().sourceFile(),
                  call.place().line());
          return Optional.of(reading.get().after(step));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isReading(MethodModel model, BodyView body, Optional<Value> receiver) {
    return model.is(Role.READS_THREAD_CONTEXT)
        || (model.is(Role.READS_THREAD_LOCAL)
            && receiver.filter(value -> isContext(body, value)).isPresent());
  }

  /** Whether somebody sets the ThreadLocal without asking it first: else it is a cache. */
  private boolean isContext(BodyView body, Value receiver) {
    if (!(receiver instanceof Value.FieldValue field) || isInherited(body, receiver)) {
      return false;
    }
    return resolution.index().readers(field.field()).stream()
        .anyMatch(
            each -> calls(each, field, Role.SETS_THREAD_CONTEXT)
                && !calls(each, field, Role.READS_THREAD_LOCAL));
  }

  private boolean isInherited(BodyView body, Value receiver) {
    Located at = new Located(body.id(), receiver);
    Optional<String> type = resolution.origins().exactType(at);
    return resolution.gaps().inOrigin(body, receiver)
        || type.isPresent()
            && !resolution
                .models()
                .method(new MethodRef(type.get(), "get", List.of(), "java.lang.Object"), type.get())
                .is(Role.READS_THREAD_LOCAL);
  }

  private boolean calls(BodyView body, Value.FieldValue field, Role role) {
    return body.events().stream()
        .anyMatch(
            event ->
                event instanceof Event.Call call
                    && resolution.model(call).is(role)
                    && call.receiver().isPresent()
                    && call.receiver().get() instanceof Value.FieldValue other
                    && other.field().equals(field.field()));
  }

  private boolean maySetBefore(BodyView body, int end, int helpers) {
    return body.events().stream()
        .filter(event -> event.id() < end)
        .anyMatch(event -> event instanceof Event.Call call && maySet(body, call, helpers));
  }

  private boolean maySet(BodyView body, Event.Call call, int helpers) {
    MethodModel model = resolution.model(call);
    if (model.is(Role.SETS_THREAD_CONTEXT)
        || model.is(Role.CARRIES_THREAD_CONTEXT)
        || resolution.gaps().inModel(call)) {
      return true;
    }
    Program.Origin origin = resolution.program().origin(call.target().owner());
    if (origin == Program.Origin.PLATFORM || resolution.models().covers(call.target().owner())) {
      return false;
    }
    Optional<BodyView> helper =
        resolution.target(body, call).filter(this::isOfProgram).flatMap(resolution.bodies()::view);
    if (helper.isPresent() && helpers > 0) {
      return maySetBefore(helper.get(), Integer.MAX_VALUE, helpers - 1);
    }
    return model.isNone()
        && (call.target().returnsVoid()
            || resolution
                .hierarchy()
                .isSubtype(call.target().returnType(), "java.lang.AutoCloseable"));
  }

  private boolean isOfProgram(MethodRef method) {
    return resolution.program().origin(method.owner()) == Program.Origin.PROGRAM;
  }

  private static Step step(MethodRef method) {
    return new Step(
        Step.Kind.PATH, Names.qualified(method) + ", which belongs to the thread", "", 0);
  }
}
