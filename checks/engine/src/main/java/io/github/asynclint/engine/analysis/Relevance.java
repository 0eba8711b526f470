package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.context.Concerns;
import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.HandedOver;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * Has a method anything to do with asynchrony, judged by what it names? No facts are built of most of
 * those that have not.
 *
 * <p>It has if it creates functions or takes locks, yields or calls something async, or may be run on
 * a thread that somebody chooses. In doubt it has.
 */
final class Relevance {
  private final Resolution resolution;
  private final Contexts contexts;
  private final Crossings crossings;
  private final Concerns concerns;
  private final HandedOver handedOver;

  Relevance(
      Resolution resolution,
      Contexts contexts,
      Crossings crossings,
      Concerns concerns,
      HandedOver handedOver) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.crossings = crossings;
    this.concerns = concerns;
    this.handedOver = handedOver;
  }

  boolean contains(TypeFacts type, MethodRef method) {
    Optional<Mentions> known = resolution.survey().of(method);
    if (known.isEmpty()) {
      return true;
    }
    Mentions mentions = known.get();
    return mentions.functions()
        || mentions.locks()
        || isAsync(method.returnType())
        || isAsync(mentions)
        || isFrameworks(type, method)
        || isHandedOver(type, method, mentions);
  }

  private boolean isAsync(String type) {
    return resolution.models().type(type).kind() != TypeModel.Kind.NONE;
  }

  private boolean isAsync(Mentions mentions) {
    return mentions.results().stream().anyMatch(this::isAsync)
        || concerns(mentions, Models.Concern.ASYNC);
  }

  private boolean concerns(Mentions mentions, Models.Concern concern) {
    return mentions.calls().stream().anyMatch(call -> concerns.of(call).concerns().contains(concern));
  }

  /** Whether a framework, an annotation or the contract that it implements states its thread. */
  private boolean isFrameworks(TypeFacts type, MethodRef method) {
    Optional<TypeFacts.Method> declared =
        type.methods().stream().filter(each -> each.ref().equals(method)).findFirst();
    return declared.isPresent()
        && (resolution
                .models()
                .runsOn(method, type.name(), declared.get().annotations(), type.annotations())
                .isPresent()
            || (!declared.get().modifiers().contains(Modifier.STATIC)
                && !declared.get().modifiers().contains(Modifier.PRIVATE)
                && resolution.hierarchy().overridden(method).stream().anyMatch(this::isStated)));
  }

  private boolean isStated(TypeFacts.Method method) {
    String owner = method.ref().owner();
    List<AnnotationFact> ofType =
        resolution.program().type(owner).map(TypeFacts::annotations).orElse(List.of());
    return !(method.annotations().isEmpty() && ofType.isEmpty())
        && resolution
            .models()
            .runsOn(method.ref(), owner, method.annotations(), ofType)
            .isPresent();
  }

  private boolean isHandedOver(TypeFacts type, MethodRef method, Mentions mentions) {
    if (method.isConstructor()
        || method.isStaticInitializer()
        || isStatic(type, method)
        || !handedOver.contains(type.name())) {
      return false;
    }
    return (contexts.implementsFunction(method)
            && contexts.asFunctionObject(method, type.name()).isKnown())
        || (changes(type, mentions)
            && resolution.bodies().view(method).isPresent()
            && crossings.around(CallableId.of(method)).isPresent());
  }

  private static boolean isStatic(TypeFacts type, MethodRef method) {
    return type.methods().stream()
        .filter(each -> each.ref().equals(method))
        .anyMatch(each -> each.modifiers().contains(Modifier.STATIC));
  }

  /** What a class captures may be changed by methods that it is passed to. */
  private boolean changes(TypeFacts type, Mentions mentions) {
    return mentions.changes()
        || isLocal(type.name())
        || concerns(mentions, Models.Concern.CHANGES);
  }

  /** Whether the class is local or anonymous, or inside one that is. */
  private static boolean isLocal(String type) {
    for (int at = type.indexOf('$'); at >= 0; at = type.indexOf('$', at + 1)) {
      if (at + 1 < type.length() && Character.isDigit(type.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }
}
