package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.effect.Wording;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a method block although the method of the program that it overrides promises that it does not?
 *
 * <p>Contracts of frameworks have a thread, and methods of async signature a rule of their own: there the
 * finding stands on the call that blocks.
 */
@AsyncRule(
    summary = "An override blocks although its contract says that it must not",
    tier = 2,
    section = AsyncRule.Section.CONTRACTS)
@AutoService(Rule.class)
public final class AsyncContractBroken implements Rule {
  private static final List<EffectModel.Kind> KINDS =
      List.of(EffectModel.Kind.WAITS, EffectModel.Kind.BLOCKS);
  private static final String ADVICE =
      "move the blocking work to a thread that may block, or change the contract";

  @Override
  public void check(Subject subject, Reporter reporter) {
    if (subject.id().isLambda()) {
      return;
    }
    Optional<TypeFacts.Method> contract = contract(subject);
    if (contract.isEmpty()) {
      return;
    }
    String promise = Names.method(contract.get().ref()) + ", which promises not to block";
    RunsOn own = subject.contexts().of(subject.id());
    MethodRef method = subject.id().method();
    if (own.context().kind() == ContextKind.WORKER && isAnnotated(subject)) {
      String message = method.name() + " is declared as blocking and overrides " + promise;
      reporter.report(
          Report.atDeclaration(subject.body().callable().line(), message, ADVICE));
    } else if (!own.isKnown()
        && !own.isHidden()
        && !subject.kindOf(method.returnType()).isAsync()
        && !subject.resolution().gaps().inType(method.returnType())) {
      effect(subject)
          .ifPresent(
              effect ->
                  reporter.report(
                      Report.atDeclaration(
                              subject.body().callable().line(),
                              method.name()
                                  + " overrides "
                                  + promise
                                  + ": it "
                                  + Wording.of(effect.kind(), effect.what()),
                              ADVICE)
                          .certainty(effect.certainty())
                          .steps(effect.trace())));
    }
  }

  /** The overridden method of the program whose annotation says that it must not block. */
  private static Optional<TypeFacts.Method> contract(Subject subject) {
    return subject.resolution().hierarchy().overridden(subject.id().method()).stream()
        .filter(
            each ->
                subject.resolution().program().origin(each.ref().owner())
                    == Program.Origin.PROGRAM)
        .filter(each -> mustNotBlock(subject, each))
        .findFirst();
  }

  private static boolean mustNotBlock(Subject subject, TypeFacts.Method method) {
    String type = method.ref().owner();
    List<AnnotationFact> ofType = annotationsOf(subject, type);
    Models models = subject.resolution().models();
    Optional<NamedContext> stated =
        models.runsOn(method.ref(), type, method.annotations(), ofType);
    return stated.filter(context -> context.kind().mustNotBlock()).isPresent()
        && models.runsOn(method.ref(), type, List.of(), List.of()).isEmpty();
  }

  /** Whether it is the method or its class that states the thread, and no framework. */
  private static boolean isAnnotated(Subject subject) {
    MethodRef method = subject.id().method();
    return subject
        .resolution()
        .models()
        .runsOn(method, method.owner(), List.of(), List.of())
        .isEmpty();
  }

  private static List<AnnotationFact> annotationsOf(Subject subject, String type) {
    return subject.resolution().program().type(type).map(TypeFacts::annotations).orElse(List.of());
  }

  private static Optional<Effect> effect(Subject subject) {
    Map<EffectModel.Kind, Effect> effects = subject.effects().summary(subject.id());
    return KINDS.stream()
        .filter(effects::containsKey)
        .map(effects::get)
        .filter(effect -> !effect.what().equals("lock"))
        .findFirst();
  }
}
