package io.github.asynclint.source.types;

import io.github.asynclint.engine.facts.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which function does a functional interface describe? */
public final class Functions {
  /** The interface's one abstract method, seen through the type's arguments. */
  public record Shape(String interfaceType, MethodInfo method, List<Type> parameters, Type result) {}

  private static final Set<String> OF_OBJECT =
      Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

  private final Types types;
  private final Map<String, Optional<MethodInfo>> known = new HashMap<>();

  public Functions(Types types) {
    this.types = types;
  }

  public Optional<Shape> shape(Type type) {
    for (Type each : types.upperBounds(type)) {
      if (each instanceof Type.Class named) {
        Optional<MethodInfo> method = method(named.name());
        if (method.isPresent()) {
          return Optional.of(shape(named, method.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Shape shape(Type.Class type, MethodInfo method) {
    Type.Class owner = types.asSuper(type, method.ref().owner()).orElse(type);
    Map<Type.Variable, Type> by = types.arguments(owner);
    boolean raw = owner.arguments().isEmpty();
    List<Type> parameters = new ArrayList<>();
    for (Type parameter : method.parameters()) {
      parameters.add(raw ? types.erasure(parameter) : types.substitute(parameter, by));
    }
    Type result = raw ? types.erasure(method.returnType()) : types.substitute(method.returnType(), by);
    return new Shape(type.name(), method, parameters, result);
  }

  /** The one abstract method of the interface. */
  public Optional<MethodInfo> method(String name) {
    Optional<MethodInfo> result = known.get(name);
    if (result == null) {
      result = types.classes().find(name).filter(ClassInfo::isInterface).flatMap(this::find);
      known.put(name, result);
    }
    return result;
  }

  private Optional<MethodInfo> find(ClassInfo info) {
    Map<String, MethodInfo> open = new LinkedHashMap<>();
    Map<String, MethodInfo> seen = new HashMap<>();
    collect(info.self(), open, seen, 0);
    return open.size() == 1 ? Optional.of(open.values().iterator().next()) : Optional.empty();
  }

  private void collect(
      Type.Class type, Map<String, MethodInfo> open, Map<String, MethodInfo> seen, int depth) {
    Optional<ClassInfo> info = types.classes().find(type.name());
    if (info.isEmpty() || depth > 20) {
      return;
    }
    Map<Type.Variable, Type> by = types.arguments(type);
    for (MethodInfo method : info.get().methods()) {
      if (method.isStatic() || method.modifiers().contains(Modifier.PRIVATE)) {
        continue;
      }
      String key =
          method.ref().name()
              + "("
              + String.join(
                  ",",
                  method.parameters().stream()
                      .map(parameter -> types.erasedName(types.substitute(parameter, by)))
                      .toList())
              + ")";
      if (seen.putIfAbsent(key, method) == null && method.isAbstract() && !OF_OBJECT.contains(key)) {
        open.put(key, method);
      }
    }
    types.directSupertypes(type).stream()
        .filter(parent -> !parent.equals(Type.OBJECT))
        .forEach(parent -> collect(parent, open, seen, depth + 1));
  }
}
