package io.github.asynclint.rules.executors;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does code wait for a task that a given executor has to run? Through helpers and collections. */
public final class OwnTasks {
  private static final int MAX_HOPS = 8;

  private final Subject subject;
  private final Pools pools;
  private final Pools.Pool pool;

  public OwnTasks(Subject subject, Pools pools, Pools.Pool pool) {
    this.subject = subject;
    this.pools = pools;
    this.pool = pool;
  }

  /** The path to the wait if the call, or a helper that it calls, waits for such a task. */
  public Optional<List<Step>> awaitedBy(BodyView body, Event.Call call) {
    return awaitedBy(body, call, MAX_HOPS);
  }

  /** The same for what a method reference runs. */
  public Optional<List<Step>> awaitedBy(BodyView body, Event.Code.Reference reference) {
    return through(subject.resolution().target(body, reference), MAX_HOPS);
  }

  /** Whether the function waits for each of a number of such tasks: {@code map(Future::join)}. */
  public boolean awaitsEach(BodyView body, Event.FunctionObject function) {
    return function.code() instanceof Event.Code.Reference reference
        && subject
            .effects()
            .ofReference(body, function, reference)
            .containsKey(EffectModel.Kind.WAITS)
        && isOwnElement(body, function, MAX_HOPS);
  }

  /** Whether a function is run for each element of something that holds such futures. */
  private boolean isOwnElement(BodyView body, Event.FunctionObject function, int hops) {
    return body.usesOfResult(function).stream()
        .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
        .map(use -> (Event.Call) use.event())
        .filter(call -> subject.model(call).is(Role.ITERATES) && call.receiver().isPresent())
        .anyMatch(call -> holdsOwn(body, call.receiver().get(), hops - 1));
  }

  private Optional<List<Step>> awaitedBy(BodyView body, Event.Call call, int hops) {
    if (!subject.effects().ofCall(body, call).containsKey(EffectModel.Kind.WAITS)) {
      return Optional.empty();
    }
    if (subject.model(call).effect().isEmpty()) {
      return through(subject.resolution().target(body, call), hops);
    }
    List<Value> awaited = new ArrayList<>(call.arguments());
    call.receiver().ifPresent(awaited::add);
    boolean own =
        call.receiver()
                .flatMap(value -> pools.of(body, value))
                .filter(each -> each.creation().equals(pool.creation()))
                .isPresent()
            || awaited.stream().anyMatch(value -> isOwn(body, value, MAX_HOPS));
    return own ? Optional.of(List.of()) : Optional.empty();
  }

  private Optional<List<Step>> through(Optional<MethodRef> target, int hops) {
    Optional<BodyView> helper =
        target
            .filter(
                method ->
                    subject.resolution().program().origin(method.owner())
                        == Program.Origin.PROGRAM)
            .map(CallableId::of)
            .filter(id -> !subject.contexts().of(id).isKnown())
            .flatMap(subject.resolution().bodies()::view);
    if (helper.isEmpty() || hops == 0) {
      return Optional.empty();
    }
    for (Event event : helper.get().events()) {
      Optional<List<Step>> inner =
          event instanceof Event.Call call
              ? awaitedBy(helper.get(), call, hops - 1)
              : Optional.empty();
      if (inner.isPresent()) {
        List<Step> path = new ArrayList<>();
        path.add(
            new Step(
                Step.Kind.PATH,
                Names.callable(helper.get().callable()),
                helper.get().callable().sourceFile(),
                event.place().line()));
        path.addAll(inner.get());
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /** Whether a value is the future of a task of the executor, or completes only after one. */
  private boolean isOwn(BodyView body, Value value, int hops) {
    return hops > 0
        && BodyView.alternatives(value).stream()
            .map(each -> subject.resolution().origins().origin(new Located(body.id(), each)))
            .anyMatch(origin -> isOwn(origin, hops));
  }

  private boolean isOwn(Located origin, int hops) {
    Optional<BodyView> view = subject.resolution().bodies().view(origin.body());
    if (origin.value() instanceof Value.Parameter && origin.body().isLambda()) {
      Optional<BodyView> around =
          subject.resolution().bodies().view(origin.body().enclosing());
      return subject
          .resolution()
          .bodies()
          .creation(origin.body())
          .filter(each -> around.isPresent() && isOwnElement(around.get(), each, hops))
          .isPresent();
    }
    Optional<Event.Call> made = view.flatMap(each -> each.call(origin.value()));
    if (made.isEmpty()) {
      return false;
    }
    BodyView body = view.get();
    Event.Call call = made.get();
    if (pools.isHandedTo(body, call, pool)
        || call.arguments().stream().anyMatch(value -> yieldsOwn(body, call, value, hops))) {
      return true;
    }
    boolean isStage = subject.model(call).is(Role.OPERATOR);
    if (isStage || subject.model(call).is(Role.COMPLETES_AFTER_ALL)) {
      return isStage && call.receiver().filter(each -> isOwn(body, each, hops - 1)).isPresent()
          || call.arguments().stream().anyMatch(each -> holdsOwn(body, each, hops - 1));
    }
    if (subject.kindOf(call.target().resultType()).isAsync() && call.receiver().isPresent()
        && subject.resolution().target(body, call).isEmpty()) {
      return false;
    }
    Optional<BodyView> helper =
        subject.resolution().target(body, call).flatMap(subject.resolution().bodies()::view);
    return helper
        .map(
            each ->
                each.returned().stream().anyMatch(returned -> isOwn(each, returned, hops - 1)))
        .orElseGet(
            () ->
                call.receiver().filter(each -> holdsOwn(body, each, hops - 1)).isPresent());
  }

  /** Whether a callback of a flattening operator returns such a future. */
  private boolean yieldsOwn(BodyView body, Event.Call call, Value argument, int hops) {
    int index = call.arguments().indexOf(argument);
    return subject.model(call).callbackResults().get(index) == CallbackResult.FLATTENED
        && returnsOwn(body, argument, hops);
  }

  private boolean returnsOwn(BodyView body, Value function, int hops) {
    return body.function(function)
        .filter(each -> each.code() instanceof Event.Code.LambdaBody)
        .flatMap(
            each ->
                subject
                    .resolution()
                    .bodies()
                    .view(((Event.Code.LambdaBody) each.code()).callable()))
        .filter(
            lambda ->
                lambda.returned().stream().anyMatch(value -> isOwn(lambda, value, hops - 1)))
        .isPresent();
  }

  /** Whether a collection, a stream, an iterator or an array has such a future in it. */
  private boolean holdsOwn(BodyView body, Value value, int hops) {
    if (hops <= 0) {
      return false;
    }
    for (BodyView.Use use : body.uses(value)) {
      if (use.kind() == BodyView.UseKind.RECEIVER
          && ((Event.Call) use.event())
              .arguments().stream().anyMatch(each -> isOwn(body, each, hops - 1))) {
        return true;
      }
    }
    for (Event event : body.events()) {
      if (event instanceof Event.Write write
          && write.target().equals(new Value.Element(value))
          && isOwn(body, write.value(), hops - 1)) {
        return true;
      }
    }
    Optional<Event.Call> made = body.call(value);
    if (made.isEmpty()) {
      return false;
    }
    // A stream of futures that its own map started, or what is drawn from another collection.
    return made.get().arguments().stream().anyMatch(each -> returnsOwn(body, each, hops))
        || made.get().receiver().filter(each -> holdsOwn(body, each, hops - 1)).isPresent();
  }
}
