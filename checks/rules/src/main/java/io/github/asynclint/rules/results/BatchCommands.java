package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Is a call one of a batch that another call runs and waits for? */
final class BatchCommands {
  private static final int DEPTH = 7;

  private final Subject subject;

  BatchCommands(Subject subject) {
    this.subject = subject;
  }

  boolean isQueued(BodyView body, Event.Call call) {
    return call.receiver().isPresent()
        && subject.model(call).result() != ResultUse.MUST_USE
        && queues(new Located(body.id(), call.receiver().get()), DEPTH);
  }

  /**
   * Whether the object is a batch, or was made with one: its commands go through that batch. Where it is
   * one in one branch, the code is written for one in all of them.
   */
  private boolean queues(Located at, int depth) {
    return depth > 0
        && BodyView.alternatives(subject.resolution().origins().origin(at).value()).stream()
            .anyMatch(
                value ->
                    isBatch(
                        new Located(subject.resolution().origins().origin(at).body(), value),
                        depth));
  }

  private boolean isBatch(Located at, int depth) {
    Located origin = subject.resolution().origins().origin(at);
    Optional<BodyView> body = subject.resolution().bodies().view(origin.body());
    if (body.isEmpty()) {
      return false;
    }
    if (subject.resolution().origins().staticType(origin).filter(this::isBatch).isPresent()) {
      return true;
    }
    if (origin.value() instanceof Value.Parameter parameter && !origin.body().isLambda()) {
      return isGivenBatch(origin.body().method(), parameter.index(), depth);
    }
    Optional<Event.Call> made = body.get().call(origin.value());
    return made.isPresent()
        && (subject.model(made.get()).is(Role.QUEUES)
            || isMadeWithBatch(body.get(), made.get(), depth)
            || yieldsBatch(body.get(), made.get(), depth));
  }

  /** Whether every object of the class is a batch, as its constructors say. */
  private boolean isBatch(String type) {
    MethodRef constructor = new MethodRef(type, MethodRef.CONSTRUCTOR, List.of(), "void");
    return subject.resolution().models().method(constructor, type).is(Role.QUEUES);
  }

  private boolean isMadeWithBatch(BodyView body, Event.Call made, int depth) {
    return made.target().isConstructor()
        && made.arguments().stream()
            .anyMatch(argument -> queues(new Located(body.id(), argument), depth - 1));
  }

  private boolean yieldsBatch(BodyView body, Event.Call call, int depth) {
    return subject
        .resolution()
        .target(body, call)
        .filter(
            target ->
                Helpers.yieldOnly(
                    subject,
                    target,
                    (helper, value) ->
                        Gaps.inValue(value) || queues(new Located(helper.id(), value), depth - 1)))
        .isPresent();
  }

  /** Whether all who call the method hand it a batch. */
  private boolean isGivenBatch(MethodRef method, int parameter, int depth) {
    List<CallIndex.CallSite> callers = subject.resolution().callers(method);
    return !callers.isEmpty()
        && callers.stream()
            .allMatch(
                site ->
                    parameter < site.call().arguments().size()
                        && isHanded(site, site.call().arguments().get(parameter), depth));
  }

  private boolean isHanded(CallIndex.CallSite site, Value argument, int depth) {
    return Gaps.inValue(argument)
        || queues(new Located(site.body().id(), argument), depth - 1);
  }
}
