package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What are the supertypes of a type, nearest first, as far as the class path tells? */
final class TypeHierarchy {
  private static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Map<String, Map<String, Integer>> known = new HashMap<>();

  TypeHierarchy(Program program) {
    this.program = program;
  }

  /** The type itself (0) and its supertypes with their distance, by distance; Object comes last. */
  Map<String, Integer> of(String type) {
    Map<String, Integer> found = known.get(type);
    if (found == null) {
      found = walk(type);
      known.put(type, found);
    }
    return found;
  }

  private Map<String, Integer> walk(String type) {
    Map<String, Integer> distances = new LinkedHashMap<>();
    distances.put(type, 0);
    List<String> level = List.of(type);
    for (int distance = 1; !level.isEmpty(); distance++) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        Optional<TypeFacts> facts = program.type(name);
        if (facts.isEmpty()) {
          continue;
        }
        List<String> supers = new ArrayList<>();
        facts.get().superclass().ifPresent(supers::add);
        supers.addAll(facts.get().interfaces());
        for (String above : supers) {
          if (!above.equals(OBJECT) && distances.putIfAbsent(above, distance) == null) {
            next.add(above);
          }
        }
      }
      level = next;
    }
    distances.putIfAbsent(OBJECT, Integer.MAX_VALUE);
    return distances;
  }

  /**
   * Whether {@code method}, seen on a subtype, can be an override of a method of {@code above}: same
   * name and number of parameters (erased types may differ where they are type variables). True where
   * the type cannot be read.
   */
  boolean declares(String above, MethodRef method) {
    for (String name : of(above).keySet()) {
      Optional<TypeFacts> facts = program.type(name);
      if (facts.isEmpty()) {
        return true;
      }
      for (TypeFacts.Method candidate : facts.get().methods()) {
        if (candidate.ref().name().equals(method.name())
            && candidate.ref().parameters().size() == method.parameters().size()) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isInterface(String type) {
    return program.type(type).filter(facts -> facts.is(Modifier.INTERFACE)).isPresent();
  }
}
