package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.ResultUse;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Is the async result of a call or reference dropped, and does that lose anything? */
public final class Drops {
  private static final Set<String> EXPLICIT_DISCARDS = Set.of("_", "ignored", "ignore");

  private Drops() {}

  /** Whether nothing ever looks at what the call yields, and nobody said that this is meant. */
  public static boolean isDropped(Subject subject, Event.Call call) {
    return switch (call.sink()) {
      case STATEMENT -> true;
      case VOID_LAMBDA -> !Callbacks.isNested(subject);
      case UNUSED_LOCAL -> !isExplicitDiscard(call.local());
      case USED -> false;
    };
  }

  private static boolean isExplicitDiscard(String local) {
    return local.isEmpty()
        || local.startsWith("unused")
        || local.startsWith("ignored")
        || EXPLICIT_DISCARDS.contains(local);
  }

  /** Whether the call's result may be dropped: annotated, fluent, or modelled so. */
  public static boolean mayIgnore(Subject subject, BodyView body, Event.Call call) {
    return !subject.resolution().hierarchy().isComplete(call.receiverType())
        || mayIgnore(subject, call.target(), subject.model(call))
        || new KeptResults(subject).isKept(body, call);
  }

  /** As {@link #mayIgnore(Subject, BodyView, Event.Call)} for a method reference. */
  public static boolean mayIgnore(Subject subject, BodyView body, Event.Code.Reference reference) {
    return mayIgnore(subject, reference.method(), subject.resolution().model(reference))
        || new KeptResults(subject).isKept(body, reference);
  }

  /**
   * Whether annotations or models say that nobody needs what the method yields, or might say so of a
   * supertype that is not known.
   */
  public static boolean mayIgnore(Subject subject, MethodRef method, MethodModel model) {
    return method.isConstructor()
        || !subject.resolution().hierarchy().isComplete(method.owner())
        || subject.resolution().models().mayCover(method.owner())
        || model.result() == ResultUse.MAY_IGNORE
        || model.result() == ResultUse.RECEIVER
        || (model.result() != ResultUse.MUST_USE && isAnnotated(subject, method));
  }

  private static boolean isAnnotated(Subject subject, MethodRef method) {
    Optional<TypeFacts.Method> declared = subject.resolution().hierarchy().declaration(method);
    if (declared.filter(each -> canIgnore(each.annotations())).isPresent()) {
      return true;
    }
    return subject.resolution().program().type(method.owner()).stream()
            .anyMatch(type -> canIgnore(type.annotations()))
        || subject.resolution().hierarchy().overridden(method).stream()
            .anyMatch(each -> canIgnore(each.annotations()));
  }

  private static boolean canIgnore(List<AnnotationFact> annotations) {
    return annotations.stream()
        .anyMatch(annotation -> annotation.simpleName().equals("CanIgnoreReturnValue"));
  }
}
