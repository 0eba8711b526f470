package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does anybody look at the failure of a publisher before it gets to the subscriber: an operator of the
 * chain, one of an inner chain, or the helper that made it?
 *
 * <p>A publisher whose making is out of sight may have been given a handler there: it counts as seen.
 */
public final class ChainFailures {
  private static final int DEPTH = 12;
  private static final Set<BodyView.UseKind> LEAVES =
      EnumSet.of(
          BodyView.UseKind.RETURNED, BodyView.UseKind.ARGUMENT, BodyView.UseKind.WRITTEN);

  private final Subject subject;

  public ChainFailures(Subject subject) {
    this.subject = subject;
  }

  /** Whether the failure of what a call subscribes to is, or may be, looked at. */
  public boolean areSeen(BodyView body, Event.Call subscription) {
    return subscription
        .receiver()
        .map(publisher -> isShared(body, publisher) || areSeen(body, publisher, DEPTH))
        .orElse(true);
  }

  /** Whether somebody else gets the publisher, too, and its failure with it. */
  private boolean isShared(BodyView body, Value publisher) {
    return subject.resolution().gaps().inUses(body, publisher)
        || body.uses(publisher).stream().anyMatch(use -> LEAVES.contains(use.kind()));
  }

  /** Whether a timer or a sink is all there is: only what the subscription runs may fail. */
  public boolean onlyEmits(BodyView body, Event.Call subscription) {
    Optional<Event.Call> at = subscription.receiver().flatMap(body::call);
    for (int i = 0; i < DEPTH && at.isPresent(); i++) {
      MethodModel model = subject.model(at.get());
      if (!model.is(Role.OPERATOR) || at.get().receiver().isEmpty()) {
        return model.is(Role.IGNORES_SUBSCRIBER)
            || subject.kindOf(at.get().receiverType()) == TypeModel.Kind.HOT_SOURCE;
      }
      if (model.callbackResults().containsValue(CallbackResult.FLATTENED)) {
        return false;
      }
      at = at.get().receiver().flatMap(body::call);
    }
    return false;
  }

  private boolean areSeen(BodyView body, Value publisher, int depth) {
    List<Value> all = BodyView.alternatives(publisher);
    return all.stream().anyMatch(Gaps::inValue)
        || all.stream().allMatch(each -> isSeen(body, each, depth));
  }

  private boolean isSeen(BodyView body, Value publisher, int depth) {
    Optional<Event.Call> call = body.call(publisher);
    if (depth == 0) {
      return true;
    }
    if (call.isEmpty()) {
      Located origin =
          subject.resolution().origins().origin(new Located(body.id(), publisher));
      return origin.value().equals(publisher)
          || subject
              .resolution()
              .bodies()
              .view(origin.body())
              .filter(view -> view.call(origin.value()).isPresent())
              .map(view -> isSeen(view, origin.value(), depth - 1))
              .orElse(true);
    }
    MethodModel model = subject.model(call.get());
    if (subject.resolution().gaps().inModel(call.get())
        || model.failure() != Failure.PASSED_ON
        || model.is(Role.LOOKS_AT_FAILURE)
        || model.is(Role.YIELDS_COMPLETE)
        || inArguments(body, call.get(), model, depth)) {
      return true;
    }
    return model.is(Role.OPERATOR) && call.get().receiver().isPresent()
        ? areSeen(body, call.get().receiver().get(), depth - 1)
        : isSeenInside(body, call.get(), depth);
  }

  /** Whether an inner chain, another source or a function over the whole chain has a handler. */
  private boolean inArguments(BodyView body, Event.Call call, MethodModel model, int depth) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      if (model.parameters().get(i) == ContextSpec.Relative.CALLER
          || (model.callbackResults().get(i) == CallbackResult.FLATTENED
              && yieldsSeen(body, argument, depth))
          || sources(body, argument).anyMatch(source -> isSeen(body, source, depth - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether what the callback of a flattening operator yields has its failure looked at. */
  private boolean yieldsSeen(BodyView body, Value callback, int depth) {
    Optional<Event.FunctionObject> function = Callbacks.function(subject, body, callback);
    if (function.isPresent() && function.get().code() instanceof Event.Code.Reference reference) {
      return subject
          .resolution()
          .target(body, reference)
          .map(target -> returnsSeen(target, depth))
          .orElseGet(() -> Helpers.isHidden(subject, reference.method()));
    }
    return Callbacks.body(subject, body, callback)
        .map(
            view ->
                view.returned().stream()
                    .anyMatch(value -> areSeen(view, value, depth - 1)))
        .orElse(true);
  }

  /** The publishers that the argument is, or is an array of. */
  private Stream<Value> sources(BodyView body, Value argument) {
    Value element = new Value.Element(argument);
    Stream<Value> written =
        body.events().stream()
            .filter(event -> event instanceof Event.Write write && write.target().equals(element))
            .map(event -> ((Event.Write) event).value());
    return Stream.concat(Stream.of(argument), written)
        .filter(
            value ->
                body.call(value)
                    .filter(call -> subject.yields(call).isAsync())
                    .filter(call -> !subject.model(call).is(Role.YIELDS_COMPLETE))
                    .isPresent());
  }

  private boolean isSeenInside(BodyView body, Event.Call call, int depth) {
    List<MethodRef> targets = Helpers.of(subject, body, call);
    return targets.isEmpty()
        ? subject.resolution().gaps().inReceiver(body, call)
            || Helpers.isHidden(subject, call.target())
        : targets.stream().allMatch(target -> returnsSeen(target, depth));
  }

  private boolean returnsSeen(MethodRef target, int depth) {
    return Helpers.yieldOnly(
        subject, target, (helper, value) -> areSeen(helper, value, depth - 1));
  }
}
