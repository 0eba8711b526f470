package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which async method does a type offer for a synchronous one: {@code readAsync} for {@code read}?
 *
 * <p>A twin is named like the other and what it yields, takes the same parameters first, and yields a
 * future or publisher. What a type offers is looked up once: few types have any.
 */
public final class AsyncTwins {
  private static final List<String> SUFFIXES = List.of("Async", "Reactive", "Asynchronously");
  private static final String DEPRECATED = "java.lang.Deprecated";

  private final Program program;
  private final Hierarchy hierarchy;
  private final Models models;
  private final Map<String, Map<String, List<TypeFacts.Method>>> declared = new HashMap<>();

  AsyncTwins(Program program, Hierarchy hierarchy, Models models) {
    this.program = program;
    this.hierarchy = hierarchy;
    this.models = models;
  }

  /** The twin that may be called instead, on the same receiver; the nearest in the type's hierarchy. */
  public Optional<TypeFacts.Method> of(MethodRef method, String receiverType) {
    if (method.isConstructor()) {
      return Optional.empty();
    }
    String start = receiverType.isEmpty() ? method.owner() : receiverType;
    for (String type : hierarchy.selfAndSupertypes(start)) {
      for (TypeFacts.Method twin : declaredIn(type).getOrDefault(method.name(), List.of())) {
        if (takesSame(method.parameters(), twin.ref().parameters())) {
          return Optional.of(twin);
        }
      }
    }
    return Optional.empty();
  }

  /** Besides, a twin may take the executor that it is to work on. */
  private boolean takesSame(List<String> parameters, List<String> ofTwin) {
    return ofTwin.equals(parameters)
        || ofTwin.size() == parameters.size() + 1
            && ofTwin.subList(0, parameters.size()).equals(parameters)
            && hierarchy.isSubtype(ofTwin.get(parameters.size()), "java.util.concurrent.Executor");
  }

  /** The async methods of a type by the name of the synchronous one. */
  private Map<String, List<TypeFacts.Method>> declaredIn(String type) {
    Map<String, List<TypeFacts.Method>> known = declared.get(type);
    if (known == null) {
      known = program.type(type).map(this::find).orElse(Map.of());
      declared.put(type, known);
    }
    return known;
  }

  private Map<String, List<TypeFacts.Method>> find(TypeFacts type) {
    Map<String, List<TypeFacts.Method>> found = new HashMap<>();
    for (TypeFacts.Method method : type.methods()) {
      for (String suffix : SUFFIXES) {
        String name = method.ref().name();
        if (name.length() > suffix.length() && name.endsWith(suffix) && isUsable(method)) {
          found
              .computeIfAbsent(
                  name.substring(0, name.length() - suffix.length()), key -> new ArrayList<>())
              .add(method);
        }
      }
    }
    return found.isEmpty() ? Map.of() : found;
  }

  private boolean isUsable(TypeFacts.Method method) {
    return !method.modifiers().contains(Modifier.PRIVATE)
        && method.annotations().stream().noneMatch(each -> each.type().equals(DEPRECATED))
        && models.type(method.ref().returnType()).kind().isAsync();
  }
}
