package io.github.asynclint.source;

import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.ClassTable;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which methods of a name has a type, inherited ones included? */
final class Members {
  /** A method seen through a receiver's type arguments. */
  record Candidate(MethodInfo method, Map<Type.Variable, Type> by, boolean raw) {
    List<Type> parameters(Types types) {
      return method.parameters().stream()
          .map(type -> raw ? types.erasure(type) : types.substitute(type, by))
          .toList();
    }
  }

  private final Types types;
  private final Access access;
  private final ClassTable classes;

  Members(Types types, Access access) {
    this.types = types;
    this.access = access;
    this.classes = types.classes();
  }

  /** Nearest declarations first; overridden ones are left out. */
  List<Candidate> methods(Type receiver, String name) {
    List<Candidate> result = new ArrayList<>();
    Map<String, Candidate> seen = new HashMap<>();
    Set<String> visited = new HashSet<>();
    boolean interfaceOnly = false;
    for (Type bound : types.upperBounds(receiver)) {
      Type at = bound instanceof Type.Array ? Type.OBJECT : bound;
      if (at instanceof Type.Class named) {
        collect(named, name, result, seen, visited, 0);
        interfaceOnly |= classes.find(named.name()).map(ClassInfo::isInterface).orElse(false);
      }
    }
    if (interfaceOnly) {
      collect(Type.OBJECT, name, result, seen, visited, 0);
    }
    return result;
  }

  private void collect(
      Type.Class type,
      String name,
      List<Candidate> result,
      Map<String, Candidate> seen,
      Set<String> visited,
      int depth) {
    Optional<ClassInfo> info = classes.find(type.name());
    if (info.isEmpty() || depth > 60 || !visited.add(type.name())) {
      return;
    }
    boolean raw = type.arguments().isEmpty() && !info.get().typeParameters().isEmpty();
    Map<Type.Variable, Type> by = raw ? Map.of() : types.arguments(type);
    for (MethodInfo method : info.get().methods(name)) {
      boolean inherited = depth == 0 || !(method.isStatic() && info.get().isInterface());
      Candidate candidate = new Candidate(method, by, raw && !method.isStatic());
      if (inherited && access.allows(type.name(), method.modifiers(), depth > 0)) {
        add(candidate, result, seen);
      }
    }
    info.get()
        .superclass()
        .ifPresent(p -> collect(parent(p, by, raw), name, result, seen, visited, depth + 1));
    for (Type.Class each : info.get().interfaces()) {
      collect(parent(each, by, raw), name, result, seen, visited, depth + 1);
    }
  }

  /** Of two inherited abstract methods the one with the narrower result counts (JLS 8.4.8). */
  private void add(Candidate candidate, List<Candidate> result, Map<String, Candidate> seen) {
    String key = key(candidate);
    Candidate known = seen.get(key);
    if (known == null) {
      seen.put(key, candidate);
      result.add(candidate);
      return;
    }
    String owner = candidate.method().ref().owner();
    boolean unrelated =
        known.method().isAbstract()
            && candidate.method().isAbstract()
            && !types.isSubclass(known.method().ref().owner(), owner);
    if (unrelated && isNarrower(result(candidate), result(known))) {
      seen.put(key, candidate);
      result.set(result.indexOf(known), candidate);
    }
  }

  private Type result(Candidate candidate) {
    Type declared = candidate.method().returnType();
    return candidate.raw() ? types.erasure(declared) : types.substitute(declared, candidate.by());
  }

  private boolean isNarrower(Type a, Type b) {
    return !a.isPrimitive() && types.isSubtype(a, b) && !types.isSubtype(b, a);
  }

  private Type.Class parent(Type.Class parent, Map<Type.Variable, Type> by, boolean raw) {
    return raw ? Type.of(parent.name()) : (Type.Class) types.substitute(parent, by);
  }

  private String key(Candidate candidate) {
    Map<Type.Variable, Type> erase = new HashMap<>(candidate.by());
    // A method's own parameters are compared by their bounds, whatever their names.
    candidate.method().typeParameters().forEach(v -> erase.put(v, types.erasure(v)));
    StringBuilder key = new StringBuilder();
    for (Type parameter : candidate.method().parameters()) {
      key.append(types.erasedName(types.substitute(parameter, erase))).append(',');
    }
    return key.toString();
  }

  boolean has(String owner, String name) {
    return !methods(Type.of(owner), name).isEmpty();
  }

  /** Constructors of exactly that class. */
  List<Candidate> constructors(Type.Class type) {
    List<Candidate> result = new ArrayList<>();
    classes
        .find(type.name())
        .ifPresent(
            info ->
                info.methods("<init>").stream()
                    .filter(m -> access.allows(type.name(), m.modifiers(), false))
                    .forEach(m -> result.add(new Candidate(m, types.arguments(type), false))));
    return result;
  }
}
