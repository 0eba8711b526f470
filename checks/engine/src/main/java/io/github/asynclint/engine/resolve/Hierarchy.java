package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Which types are subtypes of which, and which methods override which? */
public final class Hierarchy {
  static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Map<String, List<String>> supertypes = new HashMap<>();
  private final Map<String, List<String>> lookedUp = new HashMap<>();
  private final Map<String, Boolean> complete = new HashMap<>();
  private final Map<MethodRef, List<TypeFacts.Method>> overridden = new HashMap<>();
  private final Supplier<List<String>> candidates;
  private final Predicate<String> isClass;
  private Map<String, List<String>> programSubtypes;

  public Hierarchy(Program program) {
    this(program, program::programTypes, type -> true);
  }

  /** Whether a class is but a function is asked of few: to tell needs its code. */
  Hierarchy(FunctionClasses program) {
    this(program, program::writtenTypes, type -> program.function(type).isEmpty());
  }

  private Hierarchy(
      Program program, Supplier<List<String>> candidates, Predicate<String> isClass) {
    this.program = program;
    this.candidates = candidates;
    this.isClass = isClass;
  }

  /** The type itself, then its supertypes, nearest first; unknown ones are listed by name. */
  public List<String> selfAndSupertypes(String type) {
    List<String> known = supertypes.get(type);
    if (known == null) {
      known = computeSupertypes(type);
      supertypes.put(type, known);
    }
    return known;
  }

  private List<String> computeSupertypes(String type) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (seen.add(next)) {
        program
            .type(next)
            .ifPresent(
                facts -> {
                  facts.superclass().ifPresent(open::addLast);
                  facts.interfaces().forEach(open::addLast);
                });
      }
    }
    return List.copyOf(seen);
  }

  /** Whether all supertypes of the type are known, so that what is not found there is not there. */
  public boolean isComplete(String type) {
    Boolean known = complete.get(type);
    if (known == null) {
      String element = type.replace("[]", "");
      known =
          element.isEmpty()
              || isPrimitive(element)
              || selfAndSupertypes(element).stream()
                  .allMatch(each -> program.type(each).isPresent());
      complete.put(type, known);
    }
    return known;
  }

  /** Whether an object may be of both types: neither is known to exclude the other. */
  public boolean mayMeet(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      // A type that could not be resolved.
      return true;
    }
    if (isPrimitive(one) || isPrimitive(other)) {
      return false;
    }
    return isSubtype(one, other)
        || isSubtype(other, one)
        || !isComplete(one)
        || !isComplete(other)
        || (isOpen(one) && isOpen(other) && (isInterface(one) || isInterface(other)));
  }

  private boolean isOpen(String type) {
    return program.type(type).filter(facts -> facts.is(Modifier.FINAL)).isEmpty();
  }

  private boolean isInterface(String type) {
    return program.type(type).filter(facts -> facts.is(Modifier.INTERFACE)).isPresent();
  }

  /** Whether it is known that {@code type} is {@code supertype} or a subtype of it. */
  public boolean isSubtype(String type, String supertype) {
    return type.equals(supertype)
        || (supertype.equals(OBJECT) && !isPrimitive(type))
        || selfAndSupertypes(type).contains(supertype);
  }

  private static boolean isPrimitive(String type) {
    return !type.isEmpty()
        && type.indexOf('.') < 0
        && Character.isLowerCase(type.charAt(0))
        && !type.endsWith("[]");
  }

  /** How the method is declared, found at its owner or inherited by it. */
  public Optional<TypeFacts.Method> declaration(MethodRef method) {
    for (String type : selfAndSupertypes(method.owner())) {
      Optional<TypeFacts.Method> found = declaredIn(type, method);
      if (found.isPresent()) {
        return found;
      }
      if (method.isConstructor()) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<TypeFacts.Method> declaredIn(String type, MethodRef method) {
    return program.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .filter(declared -> declared.ref().sameSignature(method))
        .findFirst();
  }

  /** The methods of supertypes that the method overrides or implements, nearest first. */
  public List<TypeFacts.Method> overridden(MethodRef method) {
    List<TypeFacts.Method> known = overridden.get(method);
    if (known == null) {
      known = List.copyOf(findOverridden(method));
      overridden.put(method, known);
    }
    return known;
  }

  private List<TypeFacts.Method> findOverridden(MethodRef method) {
    List<TypeFacts.Method> found = new ArrayList<>();
    if (method.isConstructor()) {
      return found;
    }
    for (String type : selfAndSupertypes(method.owner())) {
      if (!type.equals(method.owner())) {
        program.type(type).stream()
            .flatMap(facts -> facts.methods().stream())
            .filter(declared -> overrides(method, declared.ref()))
            .filter(declared -> !declared.modifiers().contains(Modifier.STATIC))
            .forEach(found::add);
      }
    }
    return found;
  }

  /**
   * Whether a method would override another of a supertype, by name and parameters. A type variable's
   * erasure in the supertype accepts its subtypes: {@code handle(Event)} implements {@code
   * handle(Object)}.
   */
  public boolean overrides(MethodRef method, MethodRef inherited) {
    if (!method.name().equals(inherited.name())
        || method.parameters().size() != inherited.parameters().size()) {
      return false;
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      String own = method.parameters().get(i);
      String theirs = inherited.parameters().get(i);
      if (!own.equals(theirs) && !isSubtype(own, theirs)) {
        return false;
      }
    }
    return true;
  }

  /** The classes of the program that are subtypes of {@code type}, itself left out, sorted. */
  public List<String> programSubtypes(String type) {
    if (program.lookup().isPresent()) {
      return below(type);
    }
    if (programSubtypes == null) {
      programSubtypes = new HashMap<>();
      for (String candidate : candidates.get()) {
        for (String supertype : selfAndSupertypes(candidate)) {
          if (!supertype.equals(candidate)) {
            programSubtypes.computeIfAbsent(supertype, key -> new ArrayList<>()).add(candidate);
          }
        }
      }
    }
    return programSubtypes.getOrDefault(type, List.of()).stream().filter(isClass).toList();
  }

  private List<String> below(String type) {
    List<String> found = lookedUp.get(type);
    if (found == null) {
      found = lookUp(type);
      lookedUp.put(type, found);
    }
    return found;
  }

  private List<String> lookUp(String type) {
    List<String> found = new ArrayList<>();
    subtypes(type).forEach(found::add);
    return found.stream().sorted().toList();
  }

  /** As {@link #programSubtypes}, in no order, and no more is read than is asked for. */
  Iterable<String> subtypes(String type) {
    if (program.lookup().isEmpty() || lookedUp.containsKey(type)) {
      return programSubtypes(type);
    }
    Iterable<String> all = program.lookup().get().below(type);
    return () ->
        StreamSupport.stream(all.spliterator(), false)
            .filter(below -> !below.equals(type) && selfAndSupertypes(below).contains(type))
            .filter(isClass)
            .iterator();
  }

  /**
   * The abstract method of a functional interface, or empty when the type is none or is unknown.
   * Methods of Object do not count.
   */
  public Optional<MethodRef> functionalMethod(String type) {
    MethodRef found = null;
    for (String candidate : selfAndSupertypes(type)) {
      Optional<TypeFacts> facts = program.type(candidate);
      if (facts.isEmpty() || !facts.get().is(Modifier.INTERFACE)) {
        continue;
      }
      for (TypeFacts.Method method : facts.get().methods()) {
        if (!method.modifiers().contains(Modifier.ABSTRACT) || isObjectMethod(method.ref())) {
          continue;
        }
        if (found != null && !overrides(found, method.ref())) {
          return Optional.empty();
        }
        found = found == null ? method.ref() : found;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean isObjectMethod(MethodRef method) {
    return switch (method.name()) {
      case "equals" -> method.parameters().equals(List.of("java.lang.Object"));
      case "hashCode", "toString" -> method.parameters().isEmpty();
      default -> false;
    };
  }
}
