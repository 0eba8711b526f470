package io.github.asynclint.engine.analysis;

import io.github.asynclint.engine.context.Concerns;
import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.HandedOver;
import io.github.asynclint.engine.context.Reach;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a method anything to do with asynchrony, judged by what it names? No facts are built of most of
 * those that have not.
 *
 * <p>It has if it yields or calls something async, or may be run on a thread that somebody chooses; if it
 * creates functions that do more than compute, in a program where anything is async; if it takes locks,
 * and may wait or come to something async. In doubt it has.
 */
final class Relevance {
  private final Resolution resolution;
  private final Contexts contexts;
  private final Crossings crossings;
  private final Concerns concerns;
  private final HandedOver handedOver;
  private final Reach reach;
  private final Map<MethodRef, Set<Models.Concern>> ofMethods = new HashMap<>();
  private Boolean anythingConcerned;

  Relevance(
      Resolution resolution,
      Contexts contexts,
      Crossings crossings,
      Concerns concerns,
      HandedOver handedOver,
      Reach reach) {
    this.resolution = resolution;
    this.contexts = contexts;
    this.crossings = crossings;
    this.concerns = concerns;
    this.handedOver = handedOver;
    this.reach = reach;
  }

  boolean contains(TypeFacts type, MethodRef method) {
    Optional<Mentions> known = resolution.survey().of(method);
    if (known.isEmpty()) {
      return true;
    }
    Mentions mentions = known.get();
    Set<Models.Concern> own = concerns(type, method, mentions);
    return own.contains(Models.Concern.ASYNC)
        || mentions.functions() && mayConcern(method, mentions, own) && anythingConcerned()
        || (mentions.locks() || own.contains(Models.Concern.LOCKS)) && mayWait(method)
        || isHandedOver(type, method, mentions, own);
  }

  /** Whether the method waits for something, be it all that it does: for the rules that ask for it. */
  boolean waits(MethodRef method) {
    Optional<Mentions> known = resolution.survey().of(method);
    return known.isEmpty()
        || known.get().calls().stream().map(concerns::of).anyMatch(Relevance::isWait);
  }

  private static boolean isWait(Models.Glance glance) {
    return glance.effects().contains(EffectModel.Kind.WAITS)
        || glance.roles().contains(Role.WAITS_ONCE);
  }

  /**
   * Whether it matters where the functions that the method creates will run: they, or it, do something that
   * other threads see or that takes time, or hand them to other threads.
   */
  private boolean mayConcern(MethodRef method, Mentions mentions, Set<Models.Concern> own) {
    return !own.isEmpty()
        || mentions.changes()
        || mentions.locks()
        || mentions.fields().stream().anyMatch(Mentions.Field::isWritten)
        || reach.async(method)
        || Arrays.stream(EffectModel.Kind.values()).anyMatch(kind -> reach.effect(method, kind));
  }

  /** All that the method, its callees and its results are concerned with. */
  private Set<Models.Concern> concerns(TypeFacts type, MethodRef method, Mentions mentions) {
    Set<Models.Concern> known = ofMethods.get(method);
    if (known == null) {
      known = concerns.of(mentions);
      if (isAsync(method.returnType())
          || mentions.results().stream().anyMatch(this::isAsync)
          || isFrameworks(type, method)) {
        known.add(Models.Concern.ASYNC);
      }
      ofMethods.put(method, known);
    }
    return known;
  }

  /** Whether anything in the program runs functions elsewhere or later, as far as the models know. */
  private boolean anythingConcerned() {
    if (anythingConcerned == null) {
      anythingConcerned =
          resolution.survey().whole().isEmpty()
              || resolution.program().programTypes().stream()
                  .flatMap(type -> resolution.program().type(type).stream())
                  .anyMatch(this::anythingConcerned);
    }
    return anythingConcerned;
  }

  private boolean anythingConcerned(TypeFacts type) {
    for (MethodRef method : resolution.bodies().methods(type.name())) {
      Optional<Mentions> mentions = resolution.survey().of(method);
      Set<Models.Concern> own =
          mentions.map(known -> concerns(type, method, known)).orElse(Set.of());
      if (own.contains(Models.Concern.ASYNC) || own.contains(Models.Concern.HANDS_OVER)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayWait(MethodRef method) {
    return reach.async(method)
        || reach.effect(method, EffectModel.Kind.WAITS)
        || reach.effect(method, EffectModel.Kind.BLOCKS);
  }

  private boolean isAsync(String type) {
    return resolution.models().type(type).kind() != TypeModel.Kind.NONE;
  }

  /** Whether a framework, an annotation or the contract that it implements states its thread. */
  private boolean isFrameworks(TypeFacts type, MethodRef method) {
    Optional<TypeFacts.Method> declared = resolution.bodies().declaration(method);
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

  private boolean isHandedOver(
      TypeFacts type, MethodRef method, Mentions mentions, Set<Models.Concern> own) {
    if (method.isConstructor()
        || method.isStaticInitializer()
        || isStatic(method)
        || !handedOver.contains(type.name())) {
      return false;
    }
    return (contexts.implementsFunction(method)
            && contexts.asFunctionObject(method, type.name()).isKnown())
        || ((mentions.changes()
                || own.contains(Models.Concern.CHANGES)
                || isLocal(type.name()))
            && resolution.bodies().view(method).isPresent()
            && crossings.around(CallableId.of(method)).isPresent());
  }

  private boolean isStatic(MethodRef method) {
    return resolution
        .bodies()
        .declaration(method)
        .filter(declared -> declared.modifiers().contains(Modifier.STATIC))
        .isPresent();
  }

  /**
   * Whether the class is local or anonymous, or inside one that is: what it captures may be changed by
   * methods that it is passed to.
   */
  private static boolean isLocal(String type) {
    for (int at = type.indexOf('$'); at >= 0; at = type.indexOf('$', at + 1)) {
      if (at + 1 < type.length() && Character.isDigit(type.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }
}
