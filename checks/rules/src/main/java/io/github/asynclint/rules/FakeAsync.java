package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a method that promises a future or publisher block its caller before it returns one?
 *
 * <p>Methods that a framework is known to run on some thread are not its business: on an event loop
 * that is a blocking call there, on a worker it is right.
 */
@AsyncRule(
    summary = "A method of async signature blocks its caller before it returns",
    tier = 1,
    section = AsyncRule.Section.BLOCKING,
    yieldsTo = {"LockHeldWhileWaiting"})
@AutoService(Rule.class)
public final class FakeAsync implements Rule {
  private static final List<EffectModel.Kind> KINDS =
      List.of(EffectModel.Kind.BLOCKS, EffectModel.Kind.WAITS);
  private static final String ADVICE =
      "defer the blocking work and give it a thread that may block: supplyAsync(work, executor), "
          + "fromCallable(work).subscribeOn(Schedulers.boundedElastic()), executeBlocking(work)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    Optional<MethodRef> method = asyncMethodAround(subject);
    if (method.isEmpty()) {
      return;
    }
    for (Event.Call call : subject.calls()) {
      if (!subject.body().isInCatch(call)) {
        report(subject, reporter, call, call.target(), method.get(),
            subject.effects().ofCall(subject.body(), call));
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      Relation relation = subject.contexts().ofFunction(subject.id(), function);
      if (function.code() instanceof Event.Code.Reference reference
          && relation.equals(new Relation.Inside(subject.id()))) {
        report(subject, reporter, function, reference.method(), method.get(),
            subject.effects().ofReference(subject.body(), function, reference));
      }
    }
  }

  /** The async method in whose call the code runs, if no framework is known to run that. */
  private static Optional<MethodRef> asyncMethodAround(Subject subject) {
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

  /** A method that hands on its own future, or whose contract is to wait: sync(), take(). */
  private static boolean isMeantToWait(Subject subject, CallableId id) {
    List<Value> returned =
        subject.resolution().bodies().view(id).map(BodyView::returned).orElse(List.of());
    return (!returned.isEmpty()
            && returned.stream()
                .allMatch(value -> value instanceof Value.This || Gaps.inValue(value)))
        || subject
            .resolution()
            .models()
            .method(id.method(), id.method().owner())
            .effect()
            .isPresent();
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

  private static void report(
      Subject subject,
      Reporter reporter,
      Event event,
      MethodRef called,
      MethodRef method,
      Map<EffectModel.Kind, Effect> effects) {
    for (EffectModel.Kind kind : KINDS) {
      Effect effect = effects.get(kind);
      if (effect != null && !effect.what().equals("lock")) {
        String message =
            method.name()
                + " returns "
                + Names.simple(method.returnType())
                + " but blocks its caller: "
                + ContextEffects.called(called)
                + " "
                + Wording.of(kind, effect.what());
        reporter.report(
            Report.at(event, message, ADVICE)
                .certainty(effect.certainty())
                .steps(effect.trace()));
        return;
      }
    }
  }
}
