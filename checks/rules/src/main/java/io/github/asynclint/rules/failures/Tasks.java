package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which body does a task run that is handed over, and does it see to its own failures? */
public final class Tasks {
  private static final int MAX_HOPS = 6;

  /** Bodies that are looked at for one question; the rest is taken to see to itself. */
  private static final int MAX_BODIES = 300;
  private static final Set<String> ENTRIES = Set.of("run", "call", "get");

  private final Subject subject;
  private final Map<CallableId, Boolean> known = new HashMap<>();

  public Tasks(Subject subject) {
    this.subject = subject;
  }

  /**
   * The code of a task.
   *
   * @param body empty for a reference to a method of the program that may run any implementation
   */
  public record Task(Optional<BodyView> body) {}

  /** The task among the call's arguments: a lambda, a reference, an object of the program. */
  public Optional<Task> of(Event.Call call) {
    return call.arguments().stream().flatMap(argument -> of(argument).stream()).findFirst();
  }

  private Optional<Task> of(Value task) {
    return isOpen(task)
        ? Optional.of(new Task(Optional.empty()))
        : body(task).map(body -> new Task(Optional.of(body)));
  }

  /** {@code source::refresh} says as little of what runs as the call in {@code () -> source.refresh()}. */
  private boolean isOpen(Value task) {
    return subject
        .body()
        .function(task)
        .map(Event.FunctionObject::code)
        .filter(Event.Code.Reference.class::isInstance)
        .map(Event.Code.Reference.class::cast)
        .filter(reference -> isProgram(reference.method().owner()))
        .filter(reference -> !subject.resolution().gaps().inType(reference.method().owner()))
        .filter(
            reference ->
                reference
                    .receiver()
                    .filter(value -> !subject.resolution().gaps().inOrigin(subject.body(), value))
                    .isPresent())
        .filter(reference -> subject.resolution().target(subject.body(), reference).isEmpty())
        .isPresent();
  }

  private Optional<BodyView> body(Value task) {
    Optional<Event.FunctionObject> function = Callbacks.function(subject, subject.body(), task);
    if (function.isEmpty()) {
      return subject
          .resolution()
          .origins()
          .exactType(new Located(subject.id(), task))
          .filter(this::isProgram)
          .flatMap(this::entry);
    }
    if (function.get().code() instanceof Event.Code.Reference reference) {
      return subject
          .resolution()
          .target(subject.body(), reference)
          .filter(target -> isProgram(target.owner()))
          .flatMap(target -> subject.resolution().bodies().view(target));
    }
    Event.Code.LambdaBody lambda = (Event.Code.LambdaBody) function.get().code();
    return subject.resolution().bodies().view(lambda.callable());
  }

  private Optional<BodyView> entry(String type) {
    List<BodyView> entries =
        subject.resolution().bodies().ofType(type).stream()
            .filter(view -> !view.id().isLambda())
            .filter(view -> ENTRIES.contains(view.id().method().name()))
            .filter(view -> view.id().method().parameters().isEmpty())
            .toList();
    return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
  }

  /** Whether all that may fail in the task is caught, there or in the helpers of the program it calls. */
  public boolean seesToItself(Task task) {
    known.clear();
    return task.body().filter(body -> seesToItself(body, MAX_HOPS)).isPresent();
  }

  private boolean seesToItself(BodyView body, int hops) {
    Boolean before = known.get(body.id());
    if (before != null || known.size() == MAX_BODIES) {
      return before == null || before;
    }
    known.put(body.id(), true);
    boolean answer = hops == 0 || catchesAll(body, hops);
    known.put(body.id(), answer);
    return answer;
  }

  private boolean catchesAll(BodyView body, int hops) {
    return body.events().stream()
            .allMatch(
                event -> {
                  if (event instanceof Event.Throw) {
                    return Catches.catchEverything(body, event);
                  }
                  return !(event instanceof Event.Call call)
                      || body.isInCatch(call)
                      || Catches.isInFinally(body, call)
                      || Catches.catchEverything(body, call)
                      || isHarmless(body, call, hops);
                });
  }

  private boolean isHarmless(BodyView body, Event.Call call, int hops) {
    MethodModel model = subject.resolution().exactModel(body, call);
    if (model.safe() || subject.resolution().gaps().inModel(call)) {
      return true;
    }
    if (model.effect().isPresent()) {
      return EscapingFailures.isCalm(model.effect().get());
    }
    if (subject.resolution().program().origin(call.target().owner()) == Program.Origin.PLATFORM) {
      return !startsForeignCode(call);
    }
    Optional<MethodRef> target = subject.resolution().target(body, call);
    return target.isPresent()
        && (subject.resolution().gaps().inBody(target.get())
            || subject
                .resolution()
                .bodies()
                .view(target.get())
                .map(helper -> seesToItself(helper, hops - 1))
                // What the compiler generates, such as the accessors of a record.
                .orElse(isProgram(target.get().owner())));
  }

  /** {@code handler.accept(x)}, {@code tasks.forEach(..)}: the platform's method runs somebody's code. */
  private boolean startsForeignCode(Event.Call call) {
    return subject.kindOf(call.target().owner()) != TypeModel.Kind.EXECUTOR
        && subject
            .resolution()
            .hierarchy()
            .functionalMethod(call.target().owner())
            .filter(method -> method.name().equals(call.target().name()))
            .isPresent();
  }

  private boolean isProgram(String type) {
    return subject.resolution().program().origin(type) == Program.Origin.PROGRAM;
  }
}
