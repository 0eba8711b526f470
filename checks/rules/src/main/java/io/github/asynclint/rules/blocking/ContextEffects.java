package io.github.asynclint.rules.blocking;

import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Subject;

/** Where does code on a thread that must not block have an effect of one kind? */
public final class ContextEffects {
  private ContextEffects() {}

  /**
   * Reports each call and method reference that has the effect on such a thread.
   *
   * @param verb what the effect does to the thread: {@code blocks}
   */
  public static void check(
      Subject subject, Reporter reporter, EffectModel.Kind kind, String verb, String advice) {
    if (!mayHave(subject, kind)) {
      return;
    }
    RunsOn here = subject.contexts().of(subject.id());
    boolean cpu = kind == EffectModel.Kind.BURNS_CPU;
    if (matters(here, kind) && (cpu || !Schedulers.isAboveMisplaced(subject, subject.id()))) {
      for (Event.Call call : subject.calls()) {
        Effect effect = subject.effects().ofCall(subject.body(), call).get(kind);
        if (effect == null && kind == EffectModel.Kind.WAITS) {
          effect = ofCallbackQueue(subject, call);
        }
        if (effect != null && !EagerArguments.mayBe(subject, call)) {
          reporter.report(report(call, call.target(), here, effect, verb, advice));
        }
      }
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference) {
        RunsOn there = subject.contexts().runsOn(subject.id(), function);
        Effect effect =
            matters(there, kind)
                ? subject.effects().ofReference(subject.body(), function, reference).get(kind)
                : null;
        if (effect != null && (cpu || !Schedulers.isAboveMisplaced(subject, function))) {
          reporter.report(report(function, reference.method(), there, effect, verb, advice));
        }
      }
    }
  }

  private static boolean mayHave(Subject subject, EffectModel.Kind kind) {
    MethodRef method = subject.id().method();
    return subject.effects().mayHave(method, kind)
        || kind == EffectModel.Kind.WAITS
            && subject.effects().mayHave(method, EffectModel.Kind.BLOCKS);
  }

  /** A queue of this very body that callbacks fill is an async result in disguise. */
  private static Effect ofCallbackQueue(Subject subject, Event.Call call) {
    Effect effect = subject.effects().ofCall(subject.body(), call).get(EffectModel.Kind.BLOCKS);
    boolean filledByCallback =
        effect != null
            && effect.what().equals("queue")
            && call.receiver().isPresent()
            && subject.body().call(call.receiver().get()).isPresent()
            && subject.body().uses(call.receiver().get()).stream()
                .anyMatch(use -> use.kind() == BodyView.UseKind.CAPTURED);
    return filledByCallback ? effect : null;
  }

  /** Schedulers with a thread for each core must not block, but computing is what they are for. */
  public static boolean matters(RunsOn runsOn, EffectModel.Kind kind) {
    return runsOn.mustNotBlock()
        && (kind != EffectModel.Kind.BURNS_CPU
            || runsOn.context().kind() != ContextKind.NONBLOCKING_SCHEDULER);
  }

  private static Report report(
      Event event, MethodRef method, RunsOn runsOn, Effect effect, String verb, String advice) {
    String message =
        called(method)
            + " "
            + verb
            + " "
            + runsOn.context().label()
            + ": it "
            + Wording.of(effect.kind(), effect.what());
    return Report.at(event, message, advice)
        .certainty(runsOn.certainty().and(effect.certainty()))
        .steps(runsOn.why())
        .steps(effect.trace());
  }

  /** The called method as a message names it. */
  public static String called(MethodRef method) {
    return method.isConstructor()
        ? io.github.asynclint.engine.context.Names.method(method)
        : method.name();
  }
}
