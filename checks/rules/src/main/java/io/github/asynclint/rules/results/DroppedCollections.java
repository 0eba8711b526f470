package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Are async results gathered in a collection that is dropped: {@code
 * ids.stream().map(this::loadAsync).toList();} as a statement, or a local list that nobody reads?
 */
public final class DroppedCollections {
  private static final int MAX_CHAIN = 12;

  private DroppedCollections() {}

  /** Whether a dropped call collects what a callback of its stream yields, if that is of the kind. */
  public static boolean isDroppedStream(
      Subject subject, Event.Call call, Predicate<TypeModel.Kind> kind) {
    Optional<Value> at = call.receiver();
    for (int i = 0; i < MAX_CHAIN && at.isPresent(); i++) {
      Optional<Event.Call> next = subject.body().call(at.get());
      if (next.isEmpty()) {
        return false;
      }
      if (subject.model(next.get()).is(Role.YIELDS_EACH)) {
        return isStage(subject, call, next.get())
            && next.get().arguments().stream()
                .flatMap(
                    argument -> Callbacks.results(subject, subject.body(), argument).stream())
                .map(MethodRef::resultType)
                .anyMatch(type -> kind.test(subject.kindOf(type)));
      }
      at = next.get().receiver();
    }
    return false;
  }

  /** Whether the dropped call is made on what the other one yields, or on a later stage of that. */
  private static boolean isStage(Subject subject, Event.Call dropped, Event.Call each) {
    return subject
        .resolution()
        .hierarchy()
        .isSubtype(dropped.receiverType(), each.target().resultType());
  }

  /** Whether the call's result only goes into a fresh local collection that is only ever added to. */
  public static boolean isOnlyCollected(Subject subject, Event.Call call) {
    var uses = subject.body().usesOfResult(call);
    if (uses.size() != 1 || uses.get(0).kind() != BodyView.UseKind.ARGUMENT) {
      return false;
    }
    Event.Call add = (Event.Call) uses.get(0).event();
    if (!subject.model(add).is(Role.MUTATES)
        || add.sink() != Event.Sink.STATEMENT
        || add.receiver().isEmpty()
        || !subject
            .resolution()
            .hierarchy()
            .isSubtype(add.receiverType(), "java.util.Collection")) {
      return false;
    }
    Value collection = add.receiver().get();
    boolean fresh =
        subject.body().call(collection).filter(created -> created.target().isConstructor()).isPresent()
            && subject
                .resolution()
                .origins()
                .exactType(new Located(subject.id(), collection))
                .isPresent();
    return fresh
        && !subject.resolution().gaps().inUses(subject.body(), collection)
        && !subject.resolution().gaps().inUses(subject.body(), new Value.Result(call.id()))
        && subject.body().uses(collection).stream()
            .allMatch(
                use ->
                    use.kind() == BodyView.UseKind.RECEIVER
                        && subject.model((Event.Call) use.event()).is(Role.MUTATES));
  }
}
