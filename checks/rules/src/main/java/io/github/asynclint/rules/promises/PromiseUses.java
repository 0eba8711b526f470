package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.waiting.Wait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does each event of a body do to a promise? */
final class PromiseUses implements Paths.Facts {
  private static final Set<String> EVERYTHING =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private final Subject subject;
  private final BodyView body;
  private final Value promise;
  private final Map<Integer, Cover> covers = new HashMap<>();
  private final Set<Value> stages = new HashSet<>();

  PromiseUses(Subject subject, BodyView body, Value promise, int depth) {
    this.subject = subject;
    this.body = body;
    this.promise = promise;
    PromiseCallbacks callbacks = new PromiseCallbacks(subject, body, promise, depth);
    stages.add(promise);
    for (BodyView.Use use : body.uses(promise)) {
      add(callbacks, use);
    }
    if (!body.id().isLambda() && promise instanceof Value.Captured) {
      addInnerObjects();
    }
    followStages();
  }

  /** Whether anything here may complete the promise. */
  boolean complete() {
    return !covers.isEmpty();
  }

  private void add(PromiseCallbacks callbacks, BodyView.Use use) {
    switch (use.kind()) {
      case RETURNED, LOOKED_AT -> {
        // Who looks at it or gets it does not complete it.
      }
      case RECEIVER -> {
        Event.Call call = (Event.Call) use.event();
        if (!call.receiver().filter(promise::equals).isPresent() || mayComplete(call)) {
          add(call, Cover.FULL);
        }
      }
      case CAPTURED, BOUND -> callbacks.covers(use).forEach(this::add);
      case ARGUMENT, WRITTEN, THROWN -> add(use.event(), Cover.FULL);
    }
  }

  /** An object of a class inside the callback's class has the promise by way of the callback. */
  private void addInnerObjects() {
    String inner = body.callable().type() + "$";
    body.events().stream()
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .filter(made -> made.target().isConstructor() && made.target().owner().startsWith(inner))
        .forEach(made -> covers.putIfAbsent(made.id(), Cover.FULL));
  }

  private void add(Event event, Cover cover) {
    if (!cover.isNone()) {
      covers.merge(event.id(), cover, Cover::and);
    }
  }

  /** {@code promise.future()}, {@code promise.thenApply(..)} do not; what is unknown may. */
  private boolean mayComplete(Event.Call call) {
    MethodModel model = subject.model(call);
    if (subject.resolution().gaps().inModel(call) || model.is(Role.SAME)) {
      return true;
    }
    boolean view = call.arguments().isEmpty() && subject.yields(call).isFuture();
    return model.is(Role.SETTLES) || (model.isNone() && !view);
  }

  /** What is derived from the promise completes with it. */
  private void followStages() {
    Deque<Value> open = new ArrayDeque<>(stages);
    while (!open.isEmpty()) {
      Value stage = open.pop();
      for (BodyView.Use use : body.uses(stage)) {
        if (use.kind() == BodyView.UseKind.RECEIVER
            && !covers.containsKey(use.event().id())
            && subject.yields((Event.Call) use.event()).isAsync()
            && stages.add(new Value.Result(use.event().id()))) {
          open.push(new Value.Result(use.event().id()));
        }
      }
    }
  }

  @Override
  public boolean makes(Event event) {
    return promise.equals(new Value.Result(event.id()));
  }

  @Override
  public Cover cover(Event event) {
    return covers.getOrDefault(event.id(), Cover.NONE);
  }

  @Override
  public boolean tellsDone(Value condition) {
    return body.call(condition)
        .filter(call -> subject.model(call).is(Role.DONE_GUARD))
        .filter(call -> call.receiver().filter(promise::equals).isPresent())
        .isPresent();
  }

  @Override
  public boolean shows(Event event) {
    if (event instanceof Event.Return returned) {
      return returned.value().filter(stages::contains).isPresent();
    }
    return event instanceof Event.Call call
        && call.receiver().filter(stages::contains).isPresent()
        && call.target().parameters().isEmpty()
        && Wait.isWait(subject, call);
  }

  @Override
  public boolean mayThrow(Event event, List<String> types) {
    if (event instanceof Event.Throw) {
      return true;
    }
    return event instanceof Event.Call call
        && !subject.model(call).safe()
        && !subject.model(call).is(Role.SETTLES)
        && !makes(event)
        && types.stream().anyMatch(type -> mayThrow(call, type));
  }

  private boolean mayThrow(Event.Call call, String type) {
    Hierarchy hierarchy = subject.resolution().hierarchy();
    if (EVERYTHING.contains(type) || hierarchy.isSubtype(type, "java.lang.RuntimeException")) {
      return true;
    }
    return hierarchy.declaration(call.target()).map(TypeFacts.Method::thrown).orElse(List.of())
        .stream()
        .anyMatch(
            thrown -> hierarchy.isSubtype(thrown, type) || hierarchy.isSubtype(type, thrown));
  }

  @Override
  public boolean runsForeignCode(Event event) {
    if (!(event instanceof Event.Call call) || call.receiver().isEmpty()) {
      return false;
    }
    Located origin =
        subject.resolution().origins().variable(new Located(body.id(), call.receiver().get()));
    Optional<String> function =
        subject
            .resolution()
            .hierarchy()
            .functionalMethod(call.target().owner())
            .map(method -> method.name());
    return origin.value() instanceof Value.Parameter
        && !origin.body().isLambda()
        && !call.target().returnsVoid()
        && function.filter(call.target().name()::equals).isPresent();
  }
}
