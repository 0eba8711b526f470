package io.github.asynclint.source.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which type do several types share, as precisely as code that uses it needs? */
final class LeastUpperBound {
  /** Two enums share {@code Enum<? extends Enum<? extends ...>>}: deeper arguments are plain wildcards. */
  private static final int DEPTH = 3;

  private static final int MAX_SUPERTYPES = 200;

  private final Types types;

  LeastUpperBound(Types types) {
    this.types = types;
  }

  Type of(List<Type> all) {
    return of(all, DEPTH);
  }

  private Type of(List<Type> all, int depth) {
    List<Type> given = all.stream().filter(each -> !(each instanceof Type.Null)).distinct().toList();
    if (given.isEmpty()) {
      return all.isEmpty() ? Type.OBJECT : Type.NULL;
    }
    if (given.size() == 1) {
      return given.get(0);
    }
    if (given.stream().anyMatch(Type::isUnknown)) {
      return Type.UNKNOWN;
    }
    for (Type candidate : given) {
      if (given.stream().allMatch(each -> types.isSubtype(each, candidate))) {
        return merge(candidate, given, depth);
      }
    }
    List<Type.Class> shared = shared(given);
    return shared.isEmpty() ? Type.OBJECT : merge(shared.get(0), given, depth);
  }

  /** The most special classes and interfaces that all have, in the order of the first one's. */
  private List<Type.Class> shared(List<Type> given) {
    List<Type.Class> shared = new ArrayList<>();
    for (Type first : types.upperBounds(given.get(0))) {
      if (first instanceof Type.Class named) {
        for (Type.Class parent : supertypes(named)) {
          boolean common = given.stream().allMatch(each -> types.isSubtype(each, parent));
          boolean redundant =
              shared.stream().anyMatch(known -> types.isSubclass(known.name(), parent.name()));
          if (common && !redundant) {
            shared.add(parent);
          }
        }
      }
    }
    shared.removeIf(parent -> shared.size() > 1 && Types.MARKERS.contains(parent.name()));
    return shared;
  }

  private Type merge(Type candidate, List<Type> given, int depth) {
    if (!(candidate instanceof Type.Class named) || named.arguments().isEmpty()) {
      return candidate;
    }
    List<Type> arguments = new ArrayList<>();
    for (int i = 0; i < named.arguments().size(); i++) {
      Set<Type> seen = new LinkedHashSet<>();
      for (Type each : given) {
        Optional<Type.Class> as = types.asSuper(each, named.name());
        if (as.isPresent() && as.get().arguments().size() > i) {
          seen.add(as.get().arguments().get(i));
        }
      }
      arguments.add(
          seen.size() <= 1
              ? named.arguments().get(i)
              : new Type.Wildcard(true, bound(List.copyOf(seen), depth)));
    }
    return new Type.Class(named.name(), arguments);
  }

  private Type bound(List<Type> arguments, int depth) {
    if (depth == 0) {
      return Type.OBJECT;
    }
    List<Type> plain =
        arguments.stream()
            .map(each -> each instanceof Type.Wildcard wildcard ? wildcard.bound() : each)
            .map(types::erasure)
            .toList();
    return of(plain, depth - 1);
  }

  private List<Type.Class> supertypes(Type.Class type) {
    LinkedHashSet<Type.Class> seen = new LinkedHashSet<>();
    Deque<Type.Class> todo = new ArrayDeque<>(List.of(type));
    while (!todo.isEmpty() && seen.size() < MAX_SUPERTYPES) {
      Type.Class next = todo.poll();
      if (seen.add(next)) {
        todo.addAll(types.directSupertypes(next));
      }
    }
    return List.copyOf(seen);
  }
}
