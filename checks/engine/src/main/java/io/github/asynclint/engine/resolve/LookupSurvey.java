package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What do those methods of a program name that a question leads to? Reads the methods that may concern it
 * by their text, and keeps those that do, with those of which nothing is to be had.
 */
final class LookupSurvey implements Survey {
  private final Lookup lookup;
  private final FunctionClasses program;
  private final Hierarchy hierarchy;
  private final Bodies bodies;
  private final Map<MethodRef, Optional<Mentions>> known = new HashMap<>();
  private final Map<String, List<MethodRef>> creators = new HashMap<>();

  LookupSurvey(Lookup lookup, FunctionClasses program, Hierarchy hierarchy, Bodies bodies) {
    this.lookup = lookup;
    this.program = program;
    this.hierarchy = hierarchy;
    this.bodies = bodies;
  }

  @Override
  public List<MethodRef> callers(MethodRef method) {
    if (method.isConstructor()) {
      return creators(method.owner());
    }
    return those(lookup.calling(method), mentions -> mayCall(mentions, method));
  }

  private boolean mayCall(Mentions mentions, MethodRef method) {
    return mentions.calls().stream()
        .anyMatch(
            call ->
                !call.isConstructor()
                    && call.mayName(method)
                    && hierarchy.isSubtype(call.type(), method.owner()));
  }

  @Override
  public List<MethodRef> creators(String type) {
    List<MethodRef> found = creators.get(type);
    if (found == null) {
      found =
          those(
              lookup.creating(type),
              mentions ->
                  mentions.calls().stream()
                      .anyMatch(call -> call.isConstructor() && call.type().equals(type)));
      creators.put(type, found);
    }
    return found;
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
    return those(
        isWritten ? lookup.writing(field) : lookup.reading(field),
        mentions ->
            mentions.fields().stream()
                .anyMatch(
                    used ->
                        used.isWritten() == isWritten
                            && used.name().equals(field.name())
                            && hierarchy.isSubtype(used.type(), field.owner())));
  }

  @Override
  public List<MethodRef> naming(Set<String> names) {
    List<MethodRef> all = new ArrayList<>();
    names.forEach(name -> all.addAll(lookup.calling(name)));
    Map<MethodRef, Integer> places = new HashMap<>();
    all.stream()
        .map(MethodRef::owner)
        .distinct()
        .forEach(
            type -> bodies.methods(type).forEach(method -> places.put(method, places.size())));
    List<MethodRef> inOrder = new ArrayList<>(new LinkedHashSet<>(all));
    inOrder.sort(
        Comparator.comparing(MethodRef::owner).thenComparing(method -> places.get(method)));
    return those(
        inOrder,
        mentions ->
            mentions.calls().stream()
                .anyMatch(call -> !call.isConstructor() && names.contains(call.name())));
  }

  private List<MethodRef> those(Collection<MethodRef> candidates, Predicate<Mentions> condition) {
    return candidates.stream()
        .filter(method -> of(method).map(condition::test).orElse(true))
        .toList();
  }

  @Override
  public List<MethodRef> all() {
    return program.writtenTypes().stream()
        .flatMap(type -> bodies.methods(type).stream())
        .toList();
  }

  @Override
  public List<MethodRef> within(String type) {
    return lookup.within(type);
  }

  /** None: each answer holds the silent ones that may concern its question. */
  @Override
  public List<MethodRef> silent() {
    return List.of();
  }

  @Override
  public Optional<Mentions> of(MethodRef method) {
    Optional<Mentions> mentions = known.get(method);
    if (mentions == null) {
      mentions = bodies.code(method).map(Mentions::of);
      known.put(method, mentions);
    }
    return mentions;
  }

  @Override
  public Optional<WholeSurvey> whole() {
    return Optional.empty();
  }
}
