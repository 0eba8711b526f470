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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What do the methods of a program name, when all of it was read once? */
public final class WholeSurvey implements Survey {
  private final FunctionClasses program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Map<String, Map<Mentions.Member, List<MethodRef>>> callers = new HashMap<>();
  private final Map<String, List<MethodRef>> creators = new TreeMap<>();
  private final Map<String, Map<Mentions.Field, List<MethodRef>>> users = new HashMap<>();
  private final List<MethodRef> silent = new ArrayList<>();
  private final SortedMap<String, List<MethodRef>> ofTypes = new TreeMap<>();
  private final List<MethodRef> all = new ArrayList<>();
  private Map<MethodRef, Mentions> known;
  private Map<MethodRef, Integer> places;

  WholeSurvey(FunctionClasses program, Hierarchy hierarchy, Bodies bodies) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
  }

  @Override
  public List<MethodRef> callers(MethodRef method) {
    build();
    if (method.isConstructor()) {
      return creators(method.owner());
    }
    List<List<MethodRef>> found = new ArrayList<>();
    eachCall(method, found::add);
    return inOrder(found);
  }

  /** As {@link #callers}, in no order, and a caller may come more than once. */
  public void eachCaller(MethodRef method, Consumer<MethodRef> action) {
    build();
    if (method.isConstructor()) {
      creators(method.owner()).forEach(action);
    } else {
      eachCall(method, callers -> callers.forEach(action));
    }
  }

  private void eachCall(MethodRef method, Consumer<List<MethodRef>> action) {
    callers
        .getOrDefault(method.name(), Map.of())
        .forEach(
            (member, methods) -> {
              if (member.mayName(method)
                  && hierarchy.isSubtype(member.type(), method.owner())) {
                action.accept(methods);
              }
            });
  }

  @Override
  public List<MethodRef> creators(String type) {
    build();
    return creators.getOrDefault(type, List.of());
  }

  @Override
  public List<MethodRef> readers(FieldRef field) {
    return users(field, false);
  }

  @Override
  public List<MethodRef> writers(FieldRef field) {
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

  @Override
  public List<MethodRef> naming(Set<String> names) {
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

  @Override
  public List<MethodRef> within(String type) {
    build();
    List<MethodRef> found = new ArrayList<>(ofTypes.getOrDefault(type, List.of()));
    // The names that begin with the class's and a dollar sign.
    ofTypes.subMap(type + "$", type + (char) ('$' + 1)).values().forEach(found::addAll);
    return found;
  }

  /** The classes whose constructors are called. */
  public Set<String> created() {
    build();
    return Collections.unmodifiableSet(creators.keySet());
  }

  @Override
  public List<MethodRef> all() {
    build();
    return all;
  }

  @Override
  public List<MethodRef> silent() {
    build();
    return silent;
  }

  @Override
  public Optional<Mentions> of(MethodRef method) {
    build();
    return Optional.ofNullable(known.get(method));
  }

  @Override
  public Optional<WholeSurvey> whole() {
    return Optional.of(this);
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
    all.add(method);
    ofTypes.computeIfAbsent(method.owner(), key -> new ArrayList<>()).add(method);
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
