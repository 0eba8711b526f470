package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds at one point of a body: the values that may be in each local, and the regions around it.
 *
 * <p>An unreachable point has no state ({@code Optional.empty()}), so joining it adds nothing.
 */
record State<V>(Map<V, Set<Value>> locals, List<Integer> regions) {
  static <V> State<V> start() {
    return new State<>(Map.of(), List.of());
  }

  State<V> assign(V local, Set<Value> values) {
    Map<V, Set<Value>> next = new LinkedHashMap<>(locals);
    next.put(local, values);
    return new State<>(next, regions);
  }

  State<V> within(int region) {
    List<Integer> next = new ArrayList<>(regions);
    next.add(region);
    return new State<>(locals, List.copyOf(next));
  }

  State<V> in(List<Integer> newRegions) {
    return new State<>(locals, newRegions);
  }

  /** Both ways meet: values of either, regions of both. */
  State<V> join(State<V> other) {
    int common = 0;
    while (common < Math.min(regions.size(), other.regions.size())
        && regions.get(common).equals(other.regions.get(common))) {
      common++;
    }
    return new State<>(joinLocals(other), List.copyOf(regions.subList(0, common)));
  }

  Map<V, Set<Value>> joinLocals(State<V> other) {
    if (locals.equals(other.locals)) {
      return locals;
    }
    Map<V, Set<Value>> joined = new LinkedHashMap<>(locals);
    other.locals.forEach(
        (local, values) -> joined.merge(local, values, (mine, theirs) -> union(mine, theirs)));
    return joined;
  }

  static <V> Optional<State<V>> join(
      Optional<State<V>> one, Optional<State<V>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return Optional.of(one.get().join(other.get()));
  }

  static Set<Value> union(Set<Value> one, Set<Value> other) {
    if (one.containsAll(other)) {
      return one;
    }
    Set<Value> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }
}
