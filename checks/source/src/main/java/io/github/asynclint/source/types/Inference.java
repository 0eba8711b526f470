package io.github.asynclint.source.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which types do the type parameters of a call stand for, and of the calls nested in it?
 *
 * <p>Bounds propagate as they come; a variable is solved from its equal, then lower, then upper
 * bounds. It is not JLS 18 to the letter: captures are their bounds, and contradictions are ignored,
 * since the code is taken to compile.
 */
public final class Inference {
  private static final int DEPTH = 12;
  private static final int BOUNDS = 24;

  private final Types types;
  private int depth;

  public Inference(Types types) {
    this.types = types;
  }

  /** A fresh variable for each parameter; declared bounds become upper bounds. */
  public Map<Type.Variable, Type> open(List<Type.Variable> parameters) {
    Map<Type.Variable, Type> result = new HashMap<>();
    parameters.forEach(parameter -> result.put(parameter, new Type.Inferred(parameter)));
    for (Type.Variable parameter : parameters) {
      Type.Inferred inferred = (Type.Inferred) result.get(parameter);
      for (Type bound : parameter.bounds()) {
        if (!bound.equals(Type.OBJECT)) {
          inferred.upper.add(types.substitute(bound, result));
        }
      }
    }
    return result;
  }

  /** The type with all solved variables replaced. */
  public static Type known(Type type) {
    if (type instanceof Type.Inferred inferred) {
      return inferred.solution == null ? type : known(inferred.solution);
    } else if (type instanceof Type.Class named && !named.arguments().isEmpty()) {
      return new Type.Class(named.name(), named.arguments().stream().map(Inference::known).toList());
    } else if (type instanceof Type.Array array) {
      return new Type.Array(known(array.element()));
    } else if (type instanceof Type.Wildcard wildcard) {
      Type bound = known(wildcard.bound());
      return bound instanceof Type.Wildcard inner ? inner : new Type.Wildcard(wildcard.upper(), bound);
    }
    return type;
  }

  /** Whether the type mentions a variable that is not solved yet. */
  public static boolean isOpen(Type type) {
    if (type instanceof Type.Inferred inferred) {
      return inferred.solution == null || isOpen(inferred.solution);
    } else if (type instanceof Type.Class named) {
      return named.arguments().stream().anyMatch(Inference::isOpen);
    } else if (type instanceof Type.Array array) {
      return isOpen(array.element());
    } else if (type instanceof Type.Wildcard wildcard) {
      return isOpen(wildcard.bound());
    }
    return false;
  }

  /** The type, or what an open variable is at least known to be; itself if nothing is. */
  public static Type estimate(Type type) {
    if (known(type) instanceof Type.Inferred variable) {
      for (List<Type> bounds : List.of(variable.equal, variable.lower)) {
        for (Type bound : bounds) {
          if (!(known(bound) instanceof Type.Inferred) && !(bound instanceof Type.Null)) {
            return known(bound);
          }
        }
      }
    }
    return type;
  }

  /** Whether something is known that the open variables of the type can be solved from. */
  public static boolean isDetermined(Type type) {
    if (type instanceof Type.Inferred inferred && inferred.solution == null) {
      return inferred.solving
          || inferred.equal.stream().anyMatch(each -> determines(inferred, each))
          || inferred.lower.stream().anyMatch(each -> determines(inferred, each));
    } else if (type instanceof Type.Class named) {
      return named.arguments().stream().allMatch(Inference::isDetermined);
    } else if (type instanceof Type.Array array) {
      return isDetermined(array.element());
    } else if (type instanceof Type.Wildcard wildcard) {
      return isDetermined(wildcard.bound());
    }
    return true;
  }

  private static boolean determines(Type.Inferred variable, Type bound) {
    variable.solving = true;
    boolean result = isDetermined(bound) && bound != variable
        && !(bound instanceof Type.Inferred other && other.solving && other.solution == null);
    variable.solving = false;
    return result;
  }

  /** Requires that a value of the first type can be where the second is expected. */
  public void subtype(Type from, Type to) {
    if (depth > DEPTH || from.isUnknown() || to.isUnknown() || from == to) {
      return;
    }
    depth++;
    try {
      reduce(known(from), known(to));
    } finally {
      depth--;
    }
  }

  private void reduce(Type from, Type to) {
    if (to instanceof Type.Inferred target) {
      if (!from.isVoid()) {
        addLower(target, types.box(from));
      }
    } else if (from instanceof Type.Inferred source) {
      addUpper(source, types.box(to));
    } else if (to instanceof Type.Array target) {
      for (Type each : types.upperBounds(from)) {
        if (each instanceof Type.Array source) {
          if (!source.element().isPrimitive()) {
            subtype(source.element(), target.element());
          }
        }
      }
    } else if (to instanceof Type.Intersection all) {
      all.types().forEach(each -> subtype(from, each));
    } else if (to instanceof Type.Wildcard wildcard) {
      subtype(from, wildcard.bound());
    } else if (to instanceof Type.Class target && !target.arguments().isEmpty()) {
      Optional<Type.Class> as = types.asSuper(types.box(from), target.name());
      if (as.isPresent() && as.get().arguments().size() == target.arguments().size()) {
        for (int i = 0; i < target.arguments().size(); i++) {
          contains(as.get().arguments().get(i), target.arguments().get(i));
        }
      }
    }
  }

  private void contains(Type argument, Type target) {
    if (target instanceof Type.Wildcard wildcard) {
      if (wildcard.upper()) {
        if (!(argument instanceof Type.Wildcard own && !own.upper())) {
          subtype(argument instanceof Type.Wildcard own ? own.bound() : argument, wildcard.bound());
        }
      } else {
        subtype(wildcard.bound(), argument instanceof Type.Wildcard own ? own.bound() : argument);
      }
    } else {
      equal(argument instanceof Type.Wildcard own ? own.bound() : argument, target);
    }
  }

  public void equal(Type left, Type right) {
    if (depth > DEPTH || left == right || left.isUnknown() || right.isUnknown()) {
      return;
    }
    depth++;
    try {
      Type a = known(left);
      Type b = known(right);
      if (a instanceof Type.Inferred variable) {
        addEqual(variable, b);
      } else if (b instanceof Type.Inferred variable) {
        addEqual(variable, a);
      } else if (a instanceof Type.Class first
          && b instanceof Type.Class second
          && first.arguments().size() == second.arguments().size()) {
        for (int i = 0; i < first.arguments().size(); i++) {
          Type x = first.arguments().get(i);
          Type y = second.arguments().get(i);
          equal(
              x instanceof Type.Wildcard w ? w.bound() : x,
              y instanceof Type.Wildcard w ? w.bound() : y);
        }
      } else if (a instanceof Type.Array first && b instanceof Type.Array second) {
        equal(first.element(), second.element());
      }
    } finally {
      depth--;
    }
  }

  private void addEqual(Type.Inferred variable, Type type) {
    if (type == variable || full(variable.equal, type)) {
      return;
    }
    variable.equal.add(type);
    if (type instanceof Type.Inferred other && !other.equal.contains(variable)) {
      other.equal.add(variable);
    }
    List.copyOf(variable.equal).forEach(each -> equal(each, type));
    List.copyOf(variable.lower).forEach(each -> subtype(each, type));
    List.copyOf(variable.upper).forEach(each -> subtype(type, each));
  }

  private void addLower(Type.Inferred variable, Type type) {
    if (type == variable || full(variable.lower, type)) {
      return;
    }
    variable.lower.add(type);
    if (type instanceof Type.Inferred other) {
      if (!other.upper.contains(variable)) {
        other.upper.add(variable);
      }
    }
    List.copyOf(variable.equal).forEach(each -> subtype(type, each));
    List.copyOf(variable.upper).forEach(each -> subtype(type, each));
  }

  private void addUpper(Type.Inferred variable, Type type) {
    if (type == variable || full(variable.upper, type)) {
      return;
    }
    variable.upper.add(type);
    if (type instanceof Type.Inferred other && !other.lower.contains(variable)) {
      other.lower.add(variable);
    }
    List.copyOf(variable.equal).forEach(each -> subtype(each, type));
    List.copyOf(variable.lower).forEach(each -> subtype(each, type));
  }

  private static boolean full(List<Type> bounds, Type type) {
    return bounds.size() > BOUNDS || bounds.contains(type);
  }

  /** Solves all variables that the type mentions and returns it without them. */
  public Type solve(Type type) {
    Type current = known(type);
    if (current instanceof Type.Inferred variable) {
      return solveVariable(variable);
    } else if (current instanceof Type.Class named && isOpen(named)) {
      return new Type.Class(named.name(), named.arguments().stream().map(this::solve).toList());
    } else if (current instanceof Type.Array array) {
      return new Type.Array(solve(array.element()));
    } else if (current instanceof Type.Wildcard wildcard) {
      return new Type.Wildcard(wildcard.upper(), solve(wildcard.bound()));
    }
    return current;
  }

  private Type solveVariable(Type.Inferred variable) {
    if (variable.solving) {
      return Type.UNKNOWN;
    }
    variable.solving = true;
    Type result = choose(variable);
    variable.solving = false;
    if (variable.solution == null) {
      variable.solution = result;
    }
    return variable.solution;
  }

  private Type choose(Type.Inferred variable) {
    List<Type> equal = proper(variable.equal);
    if (!equal.isEmpty()) {
      return equal.get(0);
    }
    List<Type> lower = proper(variable.lower);
    if (!lower.isEmpty()) {
      Type bound = types.leastUpperBound(lower);
      if (!(bound instanceof Type.Null)) {
        return bound instanceof Type.Wildcard wildcard ? wildcard.bound() : bound;
      }
    }
    Type best = Type.OBJECT;
    for (Type upper : proper(variable.upper)) {
      if (best.equals(Type.OBJECT) || types.isSubtype(upper, best)) {
        best = upper instanceof Type.Wildcard wildcard ? wildcard.bound() : upper;
      }
    }
    return best;
  }

  private List<Type> proper(List<Type> bounds) {
    List<Type> result = new ArrayList<>();
    for (Type each : List.copyOf(bounds)) {
      boolean cyclic = known(each) instanceof Type.Inferred other && other.solving;
      if (!cyclic) {
        Type solved = solve(each);
        if (!solved.isUnknown()) {
          result.add(solved);
        }
      }
    }
    return result;
  }
}
