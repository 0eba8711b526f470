package io.github.asynclint.source.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How do types relate: supertypes, erasure, substitution, boxing, least upper bounds? */
public final class Types {
  private static final Map<String, String> BOXES =
      Map.of(
          "int", "java.lang.Integer", "long", "java.lang.Long", "boolean", "java.lang.Boolean",
          "double", "java.lang.Double", "float", "java.lang.Float", "char", "java.lang.Character",
          "byte", "java.lang.Byte", "short", "java.lang.Short", "void", "java.lang.Void");
  private static final List<String> NUMERIC =
      List.of("byte", "short", "int", "long", "float", "double");
  static final Set<String> MARKERS =
      Set.of(
          "java.io.Serializable", "java.lang.Comparable", "java.lang.Cloneable",
          "java.lang.constant.Constable", "java.lang.constant.ConstantDesc", "java.lang.Object");

  private final ClassTable classes;
  private final Map<String, Boolean> subclasses = new HashMap<>();

  public Types(ClassTable classes) {
    this.classes = classes;
  }

  public ClassTable classes() {
    return classes;
  }

  /** The binary name of the erasure; "" if unknown. */
  public String erasedName(Type type) {
    if (type instanceof Type.Primitive primitive) {
      return primitive.name();
    } else if (type instanceof Type.Class named) {
      return named.name();
    } else if (type instanceof Type.Array array) {
      String element = erasedName(array.element());
      return element.isEmpty() ? "" : element + "[]";
    } else if (type instanceof Type.Unknown) {
      return "";
    }
    Type bound = bound(type);
    return bound == type ? "java.lang.Object" : erasedName(bound);
  }

  /** The erasure as a raw type. */
  public Type erasure(Type type) {
    if (type instanceof Type.Class named) {
      return named.arguments().isEmpty() ? named : Type.of(named.name());
    } else if (type instanceof Type.Array array) {
      return new Type.Array(erasure(array.element()));
    } else if (type instanceof Type.Primitive || type.isUnknown() || type instanceof Type.Null) {
      return type;
    }
    Type bound = bound(type);
    return bound == type ? Type.OBJECT : erasure(bound);
  }

  /** What stands for a variable, wildcard, intersection or solved inference when members are asked. */
  public Type bound(Type type) {
    if (type instanceof Type.Variable variable) {
      return variable.bounds().isEmpty() ? Type.OBJECT : variable.bounds().get(0);
    } else if (type instanceof Type.Wildcard wildcard) {
      return wildcard.bound();
    } else if (type instanceof Type.Intersection intersection) {
      return intersection.types().get(0);
    } else if (type instanceof Type.Inferred inferred) {
      return inferred.solution != null ? inferred.solution : Type.UNKNOWN;
    }
    return type;
  }

  /** The class types whose members a value of the type has. */
  public List<Type> upperBounds(Type type) {
    if (type instanceof Type.Variable variable) {
      List<Type> result = new ArrayList<>();
      variable.bounds().forEach(bound -> result.addAll(upperBounds(bound)));
      return result.isEmpty() ? List.of(Type.OBJECT) : result;
    } else if (type instanceof Type.Intersection intersection) {
      List<Type> result = new ArrayList<>();
      intersection.types().forEach(each -> result.addAll(upperBounds(each)));
      return result;
    } else if (type instanceof Type.Wildcard || type instanceof Type.Inferred) {
      Type bound = bound(type);
      return bound.isUnknown() ? List.of() : upperBounds(bound);
    }
    return List.of(type);
  }

  public Type substitute(Type type, Map<Type.Variable, Type> by) {
    if (by.isEmpty()) {
      return type;
    } else if (type instanceof Type.Variable variable) {
      return by.getOrDefault(variable, variable);
    } else if (type instanceof Type.Class named) {
      if (named.arguments().isEmpty()) {
        return named;
      }
      return new Type.Class(named.name(), named.arguments().stream().map(a -> substitute(a, by)).toList());
    } else if (type instanceof Type.Array array) {
      return new Type.Array(substitute(array.element(), by));
    } else if (type instanceof Type.Wildcard wildcard) {
      Type bound = substitute(wildcard.bound(), by);
      return bound instanceof Type.Wildcard inner
          ? new Type.Wildcard(wildcard.upper() && inner.upper(), inner.bound())
          : new Type.Wildcard(wildcard.upper(), bound);
    } else if (type instanceof Type.Intersection intersection) {
      return new Type.Intersection(intersection.types().stream().map(t -> substitute(t, by)).toList());
    }
    return type;
  }

  /** Parameters of the class to the arguments of the type; wildcards by their bounds. */
  public Map<Type.Variable, Type> arguments(Type.Class type) {
    if (type.arguments().isEmpty()) {
      return Map.of();
    }
    List<Type.Variable> parameters =
        classes.find(type.name()).map(ClassInfo::typeParameters).orElse(List.of());
    Map<Type.Variable, Type> result = new HashMap<>();
    for (int i = 0; i < Math.min(parameters.size(), type.arguments().size()); i++) {
      Type argument = type.arguments().get(i);
      if (argument instanceof Type.Wildcard wildcard) {
        argument = wildcard.bound();
        if (argument.equals(Type.OBJECT) && !parameters.get(i).bounds().isEmpty()) {
          Type declared = parameters.get(i).bounds().get(0);
          argument = mentions(declared, parameters) ? erasure(declared) : declared;
        }
      }
      result.put(parameters.get(i), argument);
    }
    return result;
  }

  private static boolean mentions(Type type, List<Type.Variable> variables) {
    if (type instanceof Type.Variable variable) {
      return variables.contains(variable);
    } else if (type instanceof Type.Class named) {
      return named.arguments().stream().anyMatch(argument -> mentions(argument, variables));
    } else if (type instanceof Type.Wildcard wildcard) {
      return mentions(wildcard.bound(), variables);
    }
    return false;
  }

  public List<Type.Class> directSupertypes(Type.Class type) {
    Optional<ClassInfo> info = classes.find(type.name());
    if (info.isEmpty()) {
      return List.of();
    }
    List<Type.Class> declared = new ArrayList<>();
    info.get().superclass().ifPresent(declared::add);
    declared.addAll(info.get().interfaces());
    if (type.arguments().isEmpty() && !info.get().typeParameters().isEmpty()) {
      return declared.stream().map(each -> Type.of(each.name())).toList();
    }
    // Wildcards stay as they are: the caller asks for the arguments as written.
    Map<Type.Variable, Type> by = new HashMap<>();
    List<Type.Variable> parameters = info.get().typeParameters();
    for (int i = 0; i < Math.min(parameters.size(), type.arguments().size()); i++) {
      by.put(parameters.get(i), type.arguments().get(i));
    }
    return declared.stream().map(each -> (Type.Class) substitute(each, by)).toList();
  }

  /** The type as that class or interface, with its arguments; empty if it is no subtype. */
  public Optional<Type.Class> asSuper(Type type, String name) {
    for (Type each : upperBounds(type)) {
      if (each instanceof Type.Class named && isSubclass(named.name(), name)) {
        Deque<Type.Class> todo = new ArrayDeque<>(List.of(named));
        for (int steps = 0; !todo.isEmpty() && steps < 500; steps++) {
          Type.Class next = todo.poll();
          if (next.name().equals(name)) {
            return Optional.of(next);
          }
          directSupertypes(next).stream()
              .filter(parent -> isSubclass(parent.name(), name))
              .forEach(todo::add);
        }
      }
    }
    return Optional.empty();
  }

  public boolean isSubclass(String name, String ancestor) {
    if (name.equals(ancestor) || ancestor.equals("java.lang.Object")) {
      return true;
    }
    String key = name + '<' + ancestor;
    Boolean known = subclasses.get(key);
    if (known != null) {
      return known;
    }
    subclasses.put(key, false);
    boolean result =
        classes.find(name).stream()
            .flatMap(
                info ->
                    java.util.stream.Stream.concat(
                        info.superclass().stream(), info.interfaces().stream()))
            .anyMatch(parent -> isSubclass(parent.name(), ancestor));
    subclasses.put(key, result);
    return result;
  }

  /** Whether every class above is known, so that a missing member is really missing. */
  public boolean hierarchyKnown(String name) {
    return classes.find(name)
        .map(
            info ->
                info.superclass().stream().allMatch(parent -> hierarchyKnown(parent.name()))
                    && info.interfaces().stream().allMatch(each -> hierarchyKnown(each.name())))
        .orElse(false);
  }

  /** Subtyping of erasures; unknown types and open inferences are compatible with everything. */
  public boolean isSubtype(Type type, Type target) {
    if (type.isUnknown() || target.isUnknown() || isOpen(type) || isOpen(target)) {
      return true;
    }
    if (type instanceof Type.Null) {
      return !target.isPrimitive();
    }
    if (type instanceof Type.Primitive || target instanceof Type.Primitive) {
      return type instanceof Type.Primitive from
          && target instanceof Type.Primitive to
          && widens(from.name(), to.name());
    }
    if (target instanceof Type.Intersection intersection) {
      return intersection.types().stream().allMatch(each -> isSubtype(type, each));
    }
    if (target instanceof Type.Variable && type == target) {
      return true;
    }
    Type to = erasure(target);
    for (Type from : upperBounds(type)) {
      if (to.equals(Type.OBJECT)) {
        return true;
      } else if (from instanceof Type.Array a) {
        if (to instanceof Type.Array b
            ? isSubtype(a.element(), b.element())
                && a.element() instanceof Type.Primitive == b.element() instanceof Type.Primitive
            : to instanceof Type.Class c && MARKERS.contains(c.name())
                && !c.name().equals("java.lang.Comparable")) {
          return true;
        }
      } else if (from instanceof Type.Class a
          && to instanceof Type.Class b
          && isSubclass(a.name(), b.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(Type type) {
    return type instanceof Type.Inferred inferred && inferred.solution == null;
  }

  public static boolean widens(String from, String to) {
    if (from.equals(to)) {
      return true;
    } else if (from.equals("char")) {
      return NUMERIC.indexOf(to) >= 2;
    }
    return NUMERIC.contains(from) && NUMERIC.indexOf(to) > NUMERIC.indexOf(from);
  }

  public Type box(Type type) {
    return type instanceof Type.Primitive primitive && BOXES.containsKey(primitive.name())
        ? Type.of(BOXES.get(primitive.name()))
        : type;
  }

  public Type unbox(Type type) {
    for (Type each : upperBounds(type)) {
      for (Map.Entry<String, String> box : BOXES.entrySet()) {
        if (each instanceof Type.Class named && named.name().equals(box.getValue())) {
          return new Type.Primitive(box.getKey());
        }
      }
    }
    return type;
  }

  /** Assignment in a loose context: subtyping with boxing. */
  public boolean isConvertible(Type type, Type target) {
    return isSubtype(type, target)
        || type.isPrimitive() && isSubtype(box(type), target)
        || target.isPrimitive() && !type.isVoid() && isSubtype(unbox(type), target);
  }

  /** The type that all of them share; the null type for nothing but nulls, unknown if one is. */
  public Type leastUpperBound(List<Type> all) {
    return new LeastUpperBound(this).of(all);
  }
}
