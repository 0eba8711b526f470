package io.github.asynclint.source;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What does a file declare that other files can see? Everything that their facts may depend on: types,
 * signatures, annotations and constants, resolved, and nothing of bodies.
 *
 * @param types how each class is declared, by binary name
 * @param members how the members of each simple name are declared
 * @param open whether a member of that name changes more than code that names it
 */
record DeclaredNames(
    Map<String, String> types, Map<String, List<String>> members, Set<String> open) {
  static final DeclaredNames NONE = new DeclaredNames(Map.of(), Map.of(), Set.of());

  /** Names of methods that code calls without naming them. */
  private static final Set<String> UNWRITTEN = Set.of("iterator", "hasNext", "next", "close");

  static DeclaredNames of(SourceUnit unit, Sources sources, TypeFactsReader reader) {
    Map<String, String> types = new TreeMap<>();
    Map<String, List<String>> members = new HashMap<>();
    Set<String> open = new TreeSet<>();
    for (SourceClass type : sources.of(unit)) {
      if (isVisible(type)) {
        add(type, reader.read(type), types, members, open);
      }
    }
    return new DeclaredNames(types, members, open);
  }

  /** Whether it can be named from outside: no class around it is local or anonymous. */
  private static boolean isVisible(SourceClass type) {
    for (Optional<SourceClass> at = Optional.of(type); at.isPresent(); at = at.get().outer()) {
      if (at.get().isLocal()) {
        return false;
      }
    }
    return true;
  }

  private static void add(
      SourceClass type,
      TypeFacts facts,
      Map<String, String> types,
      Map<String, List<String>> members,
      Set<String> open) {
    StringBuilder head = new StringBuilder();
    type.typeParameters().forEach(each -> variable(each, head));
    head.append(type.modifiers().stream().sorted().toList())
        .append(type.superclass())
        .append(type.interfaces())
        .append(facts.annotations())
        .append(type.memberTypes());
    boolean closedSet = type.isEnum() || type.isRecord();
    for (FieldInfo field : type.fields()) {
      String text = "" + field.ref() + sorted(field.modifiers()) + field.type() + field.constant();
      if (closedSet && !field.modifiers().contains(Modifier.STATIC)
          || field.modifiers().contains(Modifier.ENUM)) {
        head.append(text);
      }
      members.computeIfAbsent(field.ref().name(), key -> new ArrayList<>()).add(text);
    }
    facts.fields().forEach(
        field ->
            members
                .computeIfAbsent(field.ref().name(), key -> new ArrayList<>())
                .add("" + field.annotations()));
    for (SourceClass.Method method : type.declaredMethods()) {
      add(type, method.info(), members, open);
    }
    facts.methods().forEach(
        method ->
            members
                .computeIfAbsent(simple(type, method.ref()), key -> new ArrayList<>())
                .add("" + method.annotations() + method.thrown()));
    types.put(type.name(), head.toString());
  }

  private static void add(
      SourceClass type,
      MethodInfo method,
      Map<String, List<String>> members,
      Set<String> open) {
    StringBuilder text = new StringBuilder();
    method.typeParameters().forEach(each -> variable(each, text));
    text.append(method.ref())
        .append(sorted(method.modifiers()))
        .append(method.parameters())
        .append(method.returnType());
    String name = simple(type, method.ref());
    members.computeIfAbsent(name, key -> new ArrayList<>()).add(text.toString());
    if (type.isInterface() || UNWRITTEN.contains(name)) {
      open.add(name);
    }
  }

  private static List<Modifier> sorted(Set<Modifier> modifiers) {
    return modifiers.stream().sorted().toList();
  }

  /** The word that code names it by. */
  private static String simple(SourceClass type, MethodRef method) {
    if (!method.isConstructor()) {
      return method.name();
    }
    String name = type.name();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private static void variable(Type.Variable variable, StringBuilder text) {
    text.append('<').append(variable.name()).append(variable.bounds()).append('>');
  }

  /**
   * The simple names of the members that differ; empty where the facts of any file may change, since types
   * differ or what code depends on without naming it.
   */
  Optional<Set<String>> changed(DeclaredNames other) {
    if (!types.equals(other.types)) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(members.keySet());
    all.addAll(other.members.keySet());
    all.removeIf(name -> equal(members.get(name), other.members.get(name)));
    boolean concernsAll =
        all.stream().anyMatch(name -> open.contains(name) || other.open.contains(name));
    return concernsAll ? Optional.empty() : Optional.of(all);
  }

  private static boolean equal(List<String> one, List<String> other) {
    return java.util.Objects.equals(one, other);
  }
}
