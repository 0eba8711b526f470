package io.github.asynclint.rules.state;

import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which methods run in a transaction of their own, and what is done to a database outside of one? */
public final class Transactions {
  private Transactions() {}

  /** Whether the method, or its class, is annotated to run in a transaction. */
  public static boolean isOne(Subject subject, MethodRef method) {
    List<AnnotationFact> annotations = new ArrayList<>();
    subject
        .resolution()
        .hierarchy()
        .declaration(method)
        .ifPresent(declared -> annotations.addAll(declared.annotations()));
    subject
        .resolution()
        .program()
        .type(method.owner())
        .map(TypeFacts::annotations)
        .ifPresent(annotations::addAll);
    return annotations.stream()
        .anyMatch(each -> subject.kindOf(each.type()) == TypeModel.Kind.THREAD_BOUND);
  }

  /** What the call does to a database, unless it is transactional itself. */
  public static Optional<Effect> databaseWork(Subject subject, Event.Call call) {
    return Optional.ofNullable(
            subject.effects().ofCall(subject.body(), call).get(EffectModel.Kind.BLOCKS))
        .filter(effect -> effect.what().equals("db"))
        .filter(
            effect ->
                subject
                    .resolution()
                    .target(subject.body(), call)
                    .filter(target -> isOne(subject, target))
                    .isEmpty());
  }
}
