package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.HandledFailures;
import io.github.asynclint.rules.results.NeverFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What do the callbacks of a body do for a promise that they capture, and which calls take them?
 *
 * <p>Whether a callback runs once is known of stages and tasks. Of what else takes callbacks only this is
 * said: one for failures that leaves the promise alone while another completes it leaves it open.
 */
final class PromiseCallbacks {
  private static final int MAX_DEPTH = 5;
  private static final int MAX_CHAIN = 20;
  private static final String THROWABLE = "java.lang.Throwable";

  private final Subject subject;
  private final BodyView body;
  private final Value promise;
  private final int depth;

  PromiseCallbacks(Subject subject, BodyView body, Value promise, int depth) {
    this.subject = subject;
    this.body = body;
    this.promise = promise;
    this.depth = depth;
  }

  /** What a callback that gets the promise does, at the events that hand it over. */
  Map<Event, Cover> covers(BodyView.Use use) {
    Map<Event, Cover> found =
        new TreeMap<>(java.util.Comparator.comparingInt(Event::id));
    Value callback = new Value.Result(use.event().id());
    List<BodyView.Use> uses = body.uses(callback);
    if (uses.isEmpty() || subject.resolution().gaps().inUses(body, callback)) {
      found.put(use.event(), Cover.FULL);
    }
    for (BodyView.Use taken : uses) {
      boolean direct =
          taken.kind() == BodyView.UseKind.ARGUMENT
              && ((Event.Call) taken.event()).arguments().get(taken.index()).equals(callback);
      Cover cover =
          !direct || depth == MAX_DEPTH
              ? Cover.FULL
              : use.event() instanceof Event.FunctionObject function
                  ? ofFunction(use, function, (Event.Call) taken.event(), taken.index())
                  : ofObject(use, (Event.Call) use.event());
      found.merge(taken.event(), cover, Cover::and);
    }
    return found;
  }

  private Cover ofFunction(
      BodyView.Use use, Event.FunctionObject function, Event.Call taker, int index) {
    if (subject.resolution().gaps().inModel(taker)) {
      return Cover.FULL;
    }
    boolean forFailures = takesFailure(function);
    Cover inside = inside(use, function);
    if (inside.isNone()) {
      return Cover.NONE;
    }
    Optional<Hole> hole = inside.hole().map(each -> each.through(taker.id()));
    MethodModel model = subject.model(taker);
    if (isStage(taker, model)) {
      return ofStage(taker, model, hole, forFailures);
    }
    if (forFailures) {
      return hole.map(each -> Cover.onFailure(Optional.of(each.likely()))).orElse(Cover.FULL);
    }
    if (runsOnce(taker, model, index)) {
      return hole.map(Cover::partly).orElse(Cover.FULL);
    }
    return idleHandler(taker, function)
        .map(
            handler ->
                Cover.onSuccess(
                    Cover.Degree.FULLY,
                    new Hole(
                        "the callback for failures does not complete it",
                        body.callable().sourceFile(),
                        handler.place().line(),
                        model.isNone() ? Certainty.LIKELY : Certainty.DEFINITE,
                        taker.id())))
        .orElse(Cover.FULL);
  }

  private boolean isStage(Event.Call call, MethodModel model) {
    return call.receiver().isPresent()
        && model.is(Role.OPERATOR)
        && subject.kindOf(call.receiverType()).isFuture();
  }

  private Cover ofStage(
      Event.Call stage, MethodModel model, Optional<Hole> hole, boolean forFailures) {
    if (model.failure() == Failure.HANDLED && forFailures) {
      return Cover.onFailure(hole);
    }
    boolean either =
        model.failure() != Failure.PASSED_ON
            || model.is(Role.RUNS_ON_FAILURE)
            || cannotFail(stage.receiver().get())
            || isPassedOn(new Value.Result(stage.id()), 0);
    if (either) {
      return hole.map(Cover::partly).orElse(Cover.FULL);
    }
    Hole failure =
        new Hole(
            stage.target().name() + " does not run after a failure, and nothing else completes it",
            body.callable().sourceFile(),
            stage.place().line(),
            Certainty.DEFINITE,
            stage.id());
    return hole.isPresent()
        ? Cover.onSuccess(Cover.Degree.PARTLY, hole.get())
        : Cover.onSuccess(Cover.Degree.FULLY, failure);
  }

  /** Whether somebody else gets the stage, or one below it, and with it the failure. */
  private boolean isPassedOn(Value stage, int steps) {
    return steps > MAX_CHAIN
        || subject.resolution().gaps().inUses(body, stage)
        || body.uses(stage).stream()
            .filter(use -> use.kind() != BodyView.UseKind.LOOKED_AT)
            .anyMatch(
                use ->
                    use.kind() != BodyView.UseKind.RECEIVER
                        || subject.yields((Event.Call) use.event()).isFuture()
                            && isPassedOn(new Value.Result(use.event().id()), steps + 1));
  }

  private boolean cannotFail(Value source) {
    return HandledFailures.isHandled(subject, body, source, 0)
        || NeverFailed.is(subject, body, source)
        || body.call(source)
            .filter(
                call ->
                    subject.model(call).is(Role.YIELDS_COMPLETE)
                        || subject.resolution().gaps().inReceiver(body, call))
            .isPresent();
  }

  /** A task, or the callback of a call whose future tells of the same outcome. */
  private boolean runsOnce(Event.Call call, MethodModel model, int index) {
    boolean executor =
        subject.kindOf(call.target().owner()) == TypeModel.Kind.EXECUTOR
            || subject.kindOf(call.receiverType()) == TypeModel.Kind.EXECUTOR;
    return model.parameters().containsKey(index)
        && !model.is(Role.STOPS_ON_FAILURE)
        && !model.is(Role.ITERATES)
        && (executor || subject.yields(call).isFuture());
  }

  private boolean takesFailure(Event.FunctionObject function) {
    if (function.code() instanceof Event.Code.Reference reference) {
      return reference.method().parameters().stream().anyMatch(this::isThrowable);
    }
    return subject
        .resolution()
        .bodies()
        .view(((Event.Code.LambdaBody) function.code()).callable())
        .map(view -> view.callable().parameters())
        .filter(parameters -> parameters.size() == 1 && isThrowable(parameters.get(0).type()))
        .isPresent();
  }

  private boolean isThrowable(String type) {
    return subject.resolution().hierarchy().isSubtype(type, THROWABLE);
  }

  /** Another callback of the same call, for failures, that cannot do anything for the promise. */
  private Optional<Event.FunctionObject> idleHandler(Event.Call taker, Event.FunctionObject own) {
    return taker.arguments().stream()
        .flatMap(argument -> body.function(argument).stream())
        .filter(function -> function != own && takesFailure(function))
        .filter(function -> function.code() instanceof Event.Code.LambdaBody)
        .filter(function -> !function.captures().containsValue(promise))
        .findFirst();
  }

  private Cover inside(BodyView.Use use, Event.FunctionObject function) {
    if (function.code() instanceof Event.Code.Reference reference) {
      MethodModel model = subject.resolution().model(reference);
      return use.kind() == BodyView.UseKind.CAPTURED || mayComplete(model)
          ? Cover.FULL
          : Cover.NONE;
    }
    return subject
        .resolution()
        .bodies()
        .view(((Event.Code.LambdaBody) function.code()).callable())
        .map(lambda -> inside(lambda, use.name()))
        .orElse(Cover.FULL);
  }

  private static boolean mayComplete(MethodModel model) {
    return model.is(Role.SETTLES) || model.isNone();
  }

  private Cover inside(BodyView callback, String name) {
    return OpenPromises.inCallback(subject, callback, new Value.Captured(name), depth + 1);
  }

  private Cover ofObject(BodyView.Use use, Event.Call made) {
    String type = made.target().owner();
    if (subject.resolution().gaps().inBodiesOf(type)
        || subject.resolution().gaps().inType(type)) {
      return Cover.FULL;
    }
    List<BodyView> methods =
        subject.resolution().bodies().ofType(type).stream()
            .filter(view -> !view.id().isLambda())
            .filter(view -> !view.id().method().isConstructor())
            .filter(view -> !view.id().method().isStaticInitializer())
            .toList();
    Optional<BodyView> idle =
        methods.stream().filter(method -> isIdle(method, use.name())).findFirst();
    if (idle.isPresent()) {
      return Cover.onSuccess(Cover.Degree.FULLY, ofMethod(idle.get(), made, "does not complete it"));
    }
    return ofPair(use, made, methods);
  }

  /**
   * A callback class for two outcomes that leaves one of its methods before it completes the promise. One
   * that calls another method of its object may have it completed there.
   */
  private Cover ofPair(BodyView.Use use, Event.Call made, List<BodyView> methods) {
    boolean pair =
        methods.size() == 2 && methods.stream().filter(this::isForFailures).count() == 1;
    for (BodyView method : pair ? methods : List.<BodyView>of()) {
      Optional<Hole> hole = inside(method, use.name()).hole();
      if (hole.isPresent() && method.uses(Value.THIS).isEmpty()) {
        return Cover.partly(hole.get().likely().through(made.id()));
      }
    }
    return Cover.FULL;
  }

  private Hole ofMethod(BodyView method, Event.Call made, String what) {
    return new Hole(
        method.id().method().name() + " " + what,
        method.callable().sourceFile(),
        method.callable().line(),
        Certainty.LIKELY,
        made.id());
  }

  private boolean isForFailures(BodyView method) {
    return method.callable().parameters().stream().map(Variable::type).anyMatch(this::isThrowable)
        && subject.resolution().hierarchy().overridden(method.id().method()).stream()
            .anyMatch(each -> each.modifiers().contains(Modifier.ABSTRACT));
  }

  /** Whether a method for failures neither has the promise nor calls another one of its object. */
  private boolean isIdle(BodyView method, String name) {
    return isForFailures(method)
        && method.uses(new Value.Captured(name)).isEmpty()
        && method.uses(Value.THIS).isEmpty()
        && method.uses(Value.UNKNOWN).isEmpty();
  }
}
