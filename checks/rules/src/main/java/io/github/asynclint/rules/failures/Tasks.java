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

  /** The body of the task among the call's arguments: a lambda, a reference, an object of the program. */
  public Optional<BodyView> body(Event.Call call) {
    return call.arguments().stream().flatMap(argument -> body(argument).stream()).findFirst();
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

  /** Whether all that may fail in the body is caught, there or in the helpers of the program it calls. */
  public boolean seesToItself(BodyView body) {
    known.clear();
    return seesToItself(body, MAX_HOPS);
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
