package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Direction;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where is a publisher subscribed to or handed to the caller, and does each subscription run it anew? */
public final class Subscriptions {
  private static final int MAX_CHAIN = 20;
  private static final int MAX_HELPERS = 3;

  private final Subject subject;
  private final BodyView body;

  public Subscriptions(Subject subject) {
    this.subject = subject;
    this.body = subject.body();
  }

  /** The subscriptions and returns that the publisher, or a chain on it, gets to; in order. */
  public List<Event> of(Event.Call publisher) {
    List<Event> ends = new ArrayList<>();
    collect(publisher, ends, MAX_CHAIN);
    return ends.stream().distinct().sorted(Comparator.comparingInt(Event::id)).toList();
  }

  private void collect(Event.Call call, List<Event> ends, int depth) {
    if (depth == 0 || subject.model(call).is(Role.SHARES)) {
      return;
    }
    for (BodyView.Use use : body.usesOfResult(call)) {
      if (use.kind() == BodyView.UseKind.RETURNED) {
        ends.add(use.event());
      } else if (use.kind() == BodyView.UseKind.RECEIVER) {
        Event.Call next = (Event.Call) use.event();
        if (isSubscription(next)) {
          ends.add(next);
        } else if (subject.model(next).is(Role.OPERATOR)) {
          collect(next, ends, depth - 1);
        }
      }
    }
  }

  /** Whether the call subscribes to its receiver, at once and whatever it waits for. */
  public boolean isSubscription(Event.Call call) {
    MethodModel model = subject.model(call);
    return model.is(Role.SUBSCRIBES)
        || model
            .effect()
            .filter(effect -> effect.kind() == EffectModel.Kind.WAITS)
            .isPresent();
  }

  /** Whether the chain that the call subscribes to is moved to a scheduler as a whole. */
  public boolean hasOwnScheduler(Event.Call subscription) {
    return anyAbove(
        subscription,
        stage ->
            subject.model(stage).switches().stream()
                .anyMatch(each -> each.direction() == Direction.UP));
  }

  /** Whether the chain is shared on purpose, or a stage of it is put to another use as well. */
  public boolean isToOneOfSeveralUses(Event.Call subscription) {
    return anyAbove(
        subscription,
        stage ->
            subject.model(stage).is(Role.SHARES)
                || body.usesOfResult(stage).size() > 1
                || subject.resolution().gaps().inUses(body, new Value.Result(stage.id())));
  }

  /** Whether a stage of the chain is so, or may be for want of facts. */
  private boolean anyAbove(Event.Call subscription, Predicate<Event.Call> condition) {
    Optional<Value> at = subscription.receiver();
    for (int i = 0; i < MAX_CHAIN && at.isPresent(); i++) {
      Optional<Event.Call> stage = at.flatMap(body::call);
      if (at.filter(Gaps::inValue).isPresent() || stage.filter(condition).isPresent()) {
        return true;
      }
      at = stage.filter(each -> subject.model(each).is(Role.OPERATOR)).flatMap(Event.Call::receiver);
    }
    return false;
  }

  /** Whether each subscription to what the call yields does its work anew; false if nobody knows. */
  public boolean repeatsWork(Event.Call publisher) {
    return source(body, publisher)
        .filter(each -> !asksWhetherFirst(each) && isCold(body, each, MAX_HELPERS))
        .isPresent();
  }

  /** Whether the work that the call is given looks whether it ran before: compareAndSet(false, true). */
  private boolean asksWhetherFirst(Event.Call source) {
    return source.arguments().stream().anyMatch(Gaps::inValue)
        || source.arguments().stream()
            .flatMap(argument -> Callbacks.body(subject, body, argument).stream())
            .flatMap(work -> work.events().stream())
            .anyMatch(
                event -> event instanceof Event.Call call && subject.model(call).is(Role.CLAIMS));
  }

  /** What is promised, but not seen to be so, is only likely: a library or an interface may cache. */
  public Certainty certainty(Event.Call publisher) {
    boolean seen =
        source(body, publisher)
            .filter(
                each ->
                    !subject.model(each).isNone()
                        || !Helpers.of(subject, body, each).isEmpty())
            .isPresent();
    return seen ? Certainty.DEFINITE : Certainty.LIKELY;
  }

  /** What the chain starts with, unless subscribers share something on the way. */
  private Optional<Event.Call> source(BodyView view, Event.Call publisher) {
    Event.Call at = publisher;
    for (int i = 0; i < MAX_CHAIN; i++) {
      MethodModel model = subject.model(at);
      if (subject.resolution().gaps().inModel(at)
          || model.is(Role.SHARES)
          || subject.kindOf(at.receiverType()) == TypeModel.Kind.HOT_SOURCE) {
        return Optional.empty();
      }
      if (!model.is(Role.OPERATOR) || at.receiver().isEmpty()) {
        return Optional.of(at);
      }
      Optional<Event.Call> above = at.receiver().flatMap(view::call);
      if (above.isEmpty()) {
        return Optional.empty();
      }
      at = above.get();
    }
    return Optional.empty();
  }

  private boolean isCold(BodyView view, Event.Call source, int helpers) {
    MethodModel model = subject.model(source);
    if (helpers == 0
        || subject.yields(source) != TypeModel.Kind.PUBLISHER
        || model.is(Role.YIELDS_COMPLETE)
        || model.is(Role.TAKES_VALUE)
        || model.is(Role.IGNORES_SUBSCRIBER)) {
      return false;
    }
    if (!model.isNone()) {
      return true;
    }
    List<MethodRef> targets = Helpers.of(subject, view, source);
    return targets.isEmpty()
        ? !subject.resolution().gaps().inReceiver(view, source)
            && !Helpers.isHidden(subject, source.target())
        : targets.stream().allMatch(target -> yieldsCold(target, helpers - 1));
  }

  private boolean yieldsCold(MethodRef target, int helpers) {
    return subject.resolution().bodies().view(target).isPresent()
        && Helpers.yieldOnly(
            subject,
            target,
            (helper, value) ->
                helper.uses(value).size() == 1
                    && helper
                        .call(value)
                        .flatMap(call -> source(helper, call))
                        .filter(each -> isCold(helper, each, helpers))
                        .isPresent());
  }
}
