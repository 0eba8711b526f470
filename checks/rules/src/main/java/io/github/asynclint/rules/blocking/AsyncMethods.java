package io.github.asynclint.rules.blocking;

import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does code run before a method of async signature returns, for callers who count on that being soon? */
public final class AsyncMethods {
  private AsyncMethods() {}

  /** The async method in whose call the code runs, if no framework is known to run that. */
  public static Optional<MethodRef> around(Subject subject) {
    CallableId at = subject.id();
    while (at.isLambda()) {
      CallableId lambda = at;
      Optional<Relation> relation =
          subject
              .resolution()
              .bodies()
              .creation(lambda)
              .map(function -> subject.contexts().ofFunction(lambda.enclosing(), function));
      if (relation.isEmpty() || !relation.get().equals(new Relation.Inside(lambda.enclosing()))) {
        return Optional.empty();
      }
      at = lambda.enclosing();
    }
    boolean async =
        !at.method().isConstructor() && subject.kindOf(at.method().returnType()).isAsync();
    RunsOn runsOn = subject.contexts().of(at);
    return async
            && !runsOn.isKnown()
            && !runsOn.isHidden()
            && !isMeantToWait(subject, at)
            && isOwnBusiness(subject)
        ? Optional.of(at.method())
        : Optional.empty();
  }

  /**
   * A method that hands on its own future or one that it has waited for, or whose contract is to wait:
   * sync(), take().
   */
  private static boolean isMeantToWait(Subject subject, CallableId id) {
    Optional<BodyView> body = subject.resolution().bodies().view(id);
    List<Value> returned = body.map(BodyView::returned).orElse(List.of());
    return (!returned.isEmpty()
            && returned.stream()
                .allMatch(
                    value ->
                        value instanceof Value.This
                            || Gaps.inValue(value)
                            || body.flatMap(view -> view.call(value))
                                .filter(call -> waitsForIt(subject, call))
                                .isPresent()))
        || subject
            .resolution()
            .models()
            .method(id.method(), id.method().owner())
            .effect()
            .isPresent();
  }

  /** Whether what the call yields is there to be waited for by it (CompletionService.poll). */
  private static boolean waitsForIt(Subject subject, Event.Call call) {
    MethodModel model = subject.model(call);
    return model.effect().isPresent() && model.is(MethodModel.Role.YIELDS_COMPLETE);
  }

  /** Whether all is known that could make a framework run the method on a thread of its choice. */
  private static boolean isOwnBusiness(Subject subject) {
    String type = subject.body().callable().type();
    Program program = subject.resolution().program();
    List<AnnotationFact> annotations = new ArrayList<>(subject.body().callable().annotations());
    program.type(type).ifPresent(facts -> annotations.addAll(facts.annotations()));
    return subject.resolution().hierarchy().isComplete(type)
        && annotations.stream().allMatch(each -> program.type(each.type()).isPresent())
        && !subject.resolution().models().mayRunOn(type, annotations);
  }
}
