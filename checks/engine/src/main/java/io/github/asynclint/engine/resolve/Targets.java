package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which code does a call run, where that is known well enough to follow it?
 *
 * <p>Known are static, constructor, super and private calls, final methods and classes, receivers whose
 * class is known exactly, and otherwise methods that at most one class of the program gives a body. What
 * a library declares without a body is not followed: classes outside of the program may implement it.
 */
public final class Targets {
  private static final int MAX_CANDIDATES = 10;

  private final Program program;
  private final Hierarchy hierarchy;
  private final Map<List<Object>, Optional<MethodRef>> known = new HashMap<>();

  public Targets(Program program, Hierarchy hierarchy) {
    this.program = program;
    this.hierarchy = hierarchy;
  }

  /**
   * The method whose body a call runs.
   *
   * @param exactType the receiver's exact class if it is known
   */
  public Optional<MethodRef> target(
      MethodRef method, String receiverType, Event.Dispatch dispatch, Optional<String> exactType) {
    return known.computeIfAbsent(
        List.of(method, receiverType, dispatch, exactType),
        key -> find(method, receiverType, dispatch, exactType));
  }

  /**
   * The bodies one of which a call runs: the target, or where classes of the program implement a method
   * of the program in several ways, each of those. Empty where there may be more than a few others.
   */
  public List<MethodRef> candidates(
      MethodRef method, String receiverType, Event.Dispatch dispatch, Optional<String> exactType) {
    Optional<MethodRef> only = target(method, receiverType, dispatch, exactType);
    if (only.isPresent() || dispatch != Event.Dispatch.VIRTUAL || exactType.isPresent()) {
      return only.stream().toList();
    }
    String type = receiverType.isEmpty() ? method.owner() : receiverType;
    if (program.origin(type) != Program.Origin.PROGRAM) {
      return List.of();
    }
    List<MethodRef> all =
        implementationOrDeclaration(type, method)
            .map(declared -> implementations(type, declared, method, MAX_CANDIDATES))
            .orElse(List.of());
    return all.size() <= MAX_CANDIDATES ? all : List.of();
  }

  private Optional<MethodRef> find(
      MethodRef method, String receiverType, Event.Dispatch dispatch, Optional<String> exactType) {
    if (dispatch != Event.Dispatch.VIRTUAL) {
      return hierarchy.declaration(method).map(TypeFacts.Method::ref);
    }
    if (exactType.isPresent()) {
      return implementation(exactType.get(), method);
    }
    String type = receiverType.isEmpty() ? method.owner() : receiverType;
    Optional<TypeFacts.Method> declared = implementationOrDeclaration(type, method);
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    Set<Modifier> modifiers = declared.get().modifiers();
    if (modifiers.contains(Modifier.FINAL)
        || modifiers.contains(Modifier.PRIVATE)
        || program.type(type).filter(facts -> facts.is(Modifier.FINAL)).isPresent()) {
      return Optional.of(declared.get().ref());
    }
    if (modifiers.contains(Modifier.ABSTRACT) && program.origin(type) != Program.Origin.PROGRAM) {
      // What a library declares may be implemented by anybody, the library first of all.
      return Optional.empty();
    }
    List<MethodRef> bodies = implementations(type, declared.get(), method, 1);
    return bodies.size() == 1 ? Optional.of(bodies.get(0)) : Optional.empty();
  }

  /**
   * The bodies that the method has in the type itself and in the program's classes below it.
   *
   * @param enough if there are more, not all of them are found
   */
  private List<MethodRef> implementations(
      String type, TypeFacts.Method declared, MethodRef method, int enough) {
    List<MethodRef> bodies = new ArrayList<>();
    if (!declared.modifiers().contains(Modifier.ABSTRACT)) {
      bodies.add(declared.ref());
    }
    for (String subtype : hierarchy.subtypes(type)) {
      if (bodies.size() > enough) {
        break;
      }
      Optional<TypeFacts> facts = program.type(subtype);
      if (facts.isPresent() && !facts.get().is(Modifier.INTERFACE)
          && !facts.get().is(Modifier.ABSTRACT)) {
        implementation(subtype, method)
            .filter(body -> !bodies.contains(body))
            .ifPresent(bodies::add);
      }
    }
    return bodies;
  }

  private Optional<TypeFacts.Method> implementationOrDeclaration(String type, MethodRef method) {
    Optional<TypeFacts.Method> concrete = implementationFacts(type, method);
    return concrete.isPresent() ? concrete : hierarchy.declaration(method.withOwner(type));
  }

  private Optional<MethodRef> implementation(String type, MethodRef method) {
    return implementationFacts(type, method).map(TypeFacts.Method::ref);
  }

  /** The body that an instance of exactly that class runs: its own, inherited, or a default. */
  private Optional<TypeFacts.Method> implementationFacts(String type, MethodRef method) {
    for (String candidate : hierarchy.selfAndSupertypes(type)) {
      Optional<TypeFacts> facts = program.type(candidate);
      if (facts.isEmpty()) {
        continue;
      }
      Optional<TypeFacts.Method> same =
          body(facts.get(), declared -> declared.sameSignature(method));
      if (same.isPresent()) {
        return same;
      }
      // Beside the method itself an overload with narrower parameters overrides nothing.
      Optional<TypeFacts.Method> narrower =
          candidate.equals(method.owner())
              ? Optional.empty()
              : body(facts.get(), declared -> hierarchy.overrides(declared, method));
      if (narrower.isPresent()) {
        return narrower;
      }
    }
    return Optional.empty();
  }

  private static Optional<TypeFacts.Method> body(TypeFacts type, Predicate<MethodRef> condition) {
    return type.methods().stream()
        .filter(declared -> !declared.modifiers().contains(Modifier.ABSTRACT))
        .filter(declared -> !declared.modifiers().contains(Modifier.STATIC))
        .filter(declared -> condition.test(declared.ref()))
        .findFirst();
  }
}
