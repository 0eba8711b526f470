package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which methods of the program name a method, a class or a field? So that questions about callers and
 * writers build facts of those few alone.
 */
public final class Survey {
  private final FunctionClasses program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Map<String, Map<Mentions.Member, List<MethodRef>>> callers = new HashMap<>();
  private final Map<String, List<MethodRef>> creators = new TreeMap<>();
  private final Map<String, Map<Mentions.Field, List<MethodRef>>> users = new HashMap<>();
  private final List<MethodRef> silent = new ArrayList<>();
  private Map<MethodRef, Mentions> known;
  private Map<MethodRef, Integer> places;

  Survey(FunctionClasses program, Hierarchy hierarchy, Bodies bodies) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
  }

  /** The methods that may call or refer to the method or constructor, in order of types and code. */
  public List<MethodRef> callers(MethodRef method) {
    build();
    if (method.isConstructor()) {
      return creators(method.owner());
    }
    List<List<MethodRef>> found = new ArrayList<>();
    callers
        .getOrDefault(method.name(), Map.of())
        .forEach(
            (member, methods) -> {
              if (member.mayName(method)
                  && hierarchy.isSubtype(member.type(), method.owner())) {
                found.add(methods);
              }
            });
    return inOrder(found);
  }

  /** The methods that call constructors of the class. */
  public List<MethodRef> creators(String type) {
    build();
    return creators.getOrDefault(type, List.of());
  }

  /** The classes whose constructors are called. */
  public Set<String> created() {
    build();
    return Collections.unmodifiableSet(creators.keySet());
  }

  /** The methods that may read the field. */
  List<MethodRef> readers(FieldRef field) {
    return users(field, false);
  }

  /** The methods that may write the field. */
  List<MethodRef> writers(FieldRef field) {
    return users(field, true);
  }

  private List<MethodRef> users(FieldRef field, boolean isWritten) {
    build();
    List<List<MethodRef>> found = new ArrayList<>();
    users
        .getOrDefault(field.name(), Map.of())
        .forEach(
            (used, methods) -> {
              if (used.isWritten() == isWritten
                  && hierarchy.isSubtype(used.type(), field.owner())) {
                found.add(methods);
              }
            });
    return inOrder(found);
  }

  /** The methods that call methods so called, whosoever. */
  List<MethodRef> naming(Set<String> names) {
    build();
    List<List<MethodRef>> found = new ArrayList<>();
    names.forEach(name -> found.addAll(callers.getOrDefault(name, Map.of()).values()));
    return inOrder(found);
  }

  private List<MethodRef> inOrder(List<List<MethodRef>> lists) {
    if (lists.size() <= 1) {
      return lists.isEmpty() ? List.of() : lists.get(0);
    }
    Map<MethodRef, Integer> places = places();
    Set<MethodRef> all = new LinkedHashSet<>();
    lists.forEach(all::addAll);
    return all.stream().sorted(Comparator.comparing(places::get)).toList();
  }

  private Map<MethodRef, Integer> places() {
    if (places == null) {
      places = new HashMap<>();
      known.keySet().forEach(method -> places.put(method, places.size()));
    }
    return places;
  }

  /** All methods of the program that have code. */
  public List<MethodRef> all() {
    build();
    return List.copyOf(known.keySet());
  }

  /** The methods of which nothing is to be had; those without a body are among them. */
  List<MethodRef> silent() {
    build();
    return silent;
  }

  /** What the method names; empty where neither that nor its code is to be had. */
  public Optional<Mentions> of(MethodRef method) {
    build();
    return Optional.ofNullable(known.get(method));
  }

  /** What the methods of the program name. */
  public Iterable<Mentions> mentions() {
    build();
    return known.values();
  }

  private void build() {
    if (known != null) {
      return;
    }
    known = new LinkedHashMap<>();
    for (String type : program.writtenTypes()) {
      Map<MethodRef, Mentions> mentions = program.mentions(type);
      for (MethodRef method : bodies.methods(type)) {
        Mentions named = mentions.get(method);
        Optional<Mentions> found =
            named == null ? bodies.code(method).map(Mentions::of) : Optional.of(named);
        if (found.isPresent()) {
          add(method, found.get());
        } else {
          silent.add(method);
        }
      }
    }
  }

  private void add(MethodRef method, Mentions mentions) {
    known.put(method, mentions);
    for (Mentions.Member call : mentions.calls()) {
      if (call.isConstructor()) {
        creators.computeIfAbsent(call.type(), key -> new ArrayList<>(2)).add(method);
      } else {
        callers
            .computeIfAbsent(call.name(), key -> new HashMap<>(2))
            .computeIfAbsent(call, key -> new ArrayList<>(2))
            .add(method);
      }
    }
    for (Mentions.Field field : mentions.fields()) {
      users
          .computeIfAbsent(field.name(), key -> new HashMap<>(2))
          .computeIfAbsent(field, key -> new ArrayList<>(2))
          .add(method);
    }
  }
}
