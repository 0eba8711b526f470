package io.github.asynclint.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which method does a method reference mean, for the parameters of its function? */
final class References {
  private final Attribution attribution;
  private final Types types;
  private final Members members;
  private final Inference inference;

  References(Attribution attribution, Inference inference) {
    this.attribution = attribution;
    this.types = attribution.types();
    this.members = attribution.members();
    this.inference = inference;
  }

  /** The class that is named before the colons, if it is not an expression. */
  Optional<Type> named(MethodReferenceExpr reference) {
    Expression scope = reference.getScope();
    if (scope instanceof TypeExpr written) {
      if (written.getType() instanceof ClassOrInterfaceType type && isVariable(reference, type)) {
        return Optional.empty();
      }
      Type type = attribution.names().resolve(written.getType());
      return type.isUnknown() ? Optional.empty() : Optional.of(type);
    }
    return attribution.typeName(scope).map(type -> (Type) type);
  }

  /** JavaParser takes every plain name before the colons for a type. */
  private boolean isVariable(MethodReferenceExpr reference, ClassOrInterfaceType type) {
    ClassOrInterfaceType first = type;
    while (first.getScope().isPresent()) {
      first = first.getScope().get();
    }
    return first.getTypeArguments().isEmpty()
        && attribution.variables().find(first.getNameAsString(), reference).isPresent();
  }

  /** The receiver's type, be it named or of an expression. */
  Type receiver(MethodReferenceExpr reference) {
    if (reference.getScope() instanceof SuperExpr) {
      return attribution.type(reference.getScope());
    }
    Optional<Type> type = named(reference);
    if (type.isPresent()) {
      return type.get();
    }
    if (reference.getScope() instanceof TypeExpr written
        && written.getType() instanceof ClassOrInterfaceType name) {
      return attribution.type(NameExprs.of(name, reference));
    }
    return attribution.type(reference.getScope());
  }

  private List<Members.Candidate> candidates(MethodReferenceExpr reference) {
    Type receiver = receiver(reference);
    if (reference.getIdentifier().equals("new")) {
      return receiver instanceof Type.Class type ? members.constructors(type) : List.of();
    }
    return members.methods(receiver, reference.getIdentifier());
  }

  /** Methods that fit that many parameters of the function; any number for -1. */
  List<MethodInfo> potential(MethodReferenceExpr reference, int arity) {
    boolean type = named(reference).isPresent();
    return candidates(reference).stream()
        .map(Members.Candidate::method)
        .filter(method -> arity < 0 || fits(method, arity, type))
        .toList();
  }

  private static boolean fits(MethodInfo method, int arity, boolean type) {
    int own = method.parameters().size();
    boolean constructor = method.ref().isConstructor();
    boolean unbound = type && !method.isStatic() && !constructor;
    int given = unbound ? arity - 1 : arity;
    return own == given || method.isVarargs() && given >= own - 1;
  }

  /** Whether nothing can be said: arrays, unknown receivers. */
  boolean isOpen(MethodReferenceExpr reference) {
    Type receiver = receiver(reference);
    return receiver instanceof Type.Array
        || receiver.isUnknown()
        || !types.hierarchyKnown(types.erasedName(receiver));
  }

  boolean isExact(MethodReferenceExpr reference) {
    return potential(reference, -1).size() == 1;
  }

  void unknown(MethodReferenceExpr reference) {
    if (named(reference).isEmpty() && !(reference.getScope() instanceof TypeExpr)) {
      attribution.type(reference.getScope());
    }
  }

  void process(MethodReferenceExpr reference, Functions.Shape shape) {
    Type receiver = receiver(reference);
    if (receiver instanceof Type.Array && reference.getIdentifier().equals("new")) {
      inference.subtype(receiver, shape.result());
      return;
    }
    boolean type = named(reference).isPresent();
    List<Members.Candidate> candidates = candidates(reference);
    List<Type> given = parameters(shape, candidates, receiver, type);
    Optional<Members.Candidate> chosen = choose(candidates, given, receiver, type);
    if (chosen.isEmpty()) {
      return;
    }
    MethodInfo method = chosen.get().method();
    Map<Type.Variable, Type> by = new HashMap<>(chosen.get().by());
    Type result = method.returnType();
    boolean unbound = type && !method.isStatic() && !method.ref().isConstructor();
    if (method.ref().isConstructor() && receiver instanceof Type.Class created) {
      result = created;
      ClassInfo info = attribution.sources().find(created.name()).orElse(null);
      if (created.arguments().isEmpty() && info != null) {
        by.putAll(inference.open(info.typeParameters()));
        result = new Type.Class(created.name(), info.typeParameters().stream().map(by::get).toList());
      }
    } else if (unbound && !given.isEmpty()) {
      Optional<Type.Class> as = types.asSuper(given.get(0), method.ref().owner());
      as.ifPresent(of -> by.putAll(types.arguments(of)));
    }
    by.putAll(inference.open(method.typeParameters()));
    int shift = unbound ? 1 : 0;
    for (int i = 0; i + shift < given.size() && i < method.parameters().size(); i++) {
      boolean last = method.isVarargs() && i == method.parameters().size() - 1;
      if (!last) {
        inference.subtype(given.get(i + shift), types.substitute(method.parameters().get(i), by));
      }
    }
    if (!shape.result().isVoid()) {
      inference.subtype(types.substitute(result, by), shape.result());
    }
    String via = method.isStatic() ? method.ref().owner() : types.erasedName(receiver);
    attribution
        .memo()
        .target(reference, new Memo.Target(method, via, Optional.empty(), Optional.empty()));
  }

  /** The function's parameters, which a reference to the only method of a name may determine. */
  private List<Type> parameters(
      Functions.Shape shape, List<Members.Candidate> candidates, Type receiver, boolean type) {
    List<Type> given = new ArrayList<>();
    boolean determined = shape.parameters().stream().allMatch(Inference::isDetermined);
    if (!determined && candidates.size() == 1) {
      MethodInfo method = candidates.get(0).method();
      int shift = type && !method.isStatic() && !method.ref().isConstructor() ? 1 : 0;
      for (int i = 0; i < shape.parameters().size(); i++) {
        Type declared =
            i < shift
                ? receiver
                : i - shift < method.parameters().size()
                    ? method.parameters().get(i - shift)
                    : Type.UNKNOWN;
        if (method.typeParameters().isEmpty()) {
          inference.subtype(shape.parameters().get(i), types.box(declared));
        }
      }
    }
    for (Type parameter : shape.parameters()) {
      Type solved = inference.solve(parameter);
      given.add(solved instanceof Type.Wildcard w ? w.bound() : solved);
    }
    return given;
  }

  private Optional<Members.Candidate> choose(
      List<Members.Candidate> candidates, List<Type> given, Type receiver, boolean type) {
    Optional<Members.Candidate> best = Optional.empty();
    for (boolean loose : new boolean[] {false, true}) {
      for (Members.Candidate each : candidates) {
        MethodInfo method = each.method();
        int shift = type && !method.isStatic() && !method.ref().isConstructor() ? 1 : 0;
        boolean receives =
            shift == 0 || !given.isEmpty() && types.isSubtype(given.get(0), receiver);
        if (receives && matches(method, given, shift, loose)) {
          if (best.isEmpty() || isNarrower(method, best.get().method())) {
            best = Optional.of(each);
          }
        }
      }
      if (best.isPresent()) {
        return best;
      }
    }
    for (Members.Candidate each : candidates) {
      if (each.method().isVarargs() && fits(each.method(), given.size(), type)) {
        return Optional.of(each);
      }
    }
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private boolean matches(MethodInfo method, List<Type> given, int shift, boolean loose) {
    if (method.parameters().size() != given.size() - shift) {
      return false;
    }
    for (int i = 0; i < method.parameters().size(); i++) {
      Type formal = method.parameters().get(i);
      Type from = given.get(i + shift);
      if (!(loose ? types.isConvertible(from, formal) : types.isSubtype(from, formal))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNarrower(MethodInfo a, MethodInfo b) {
    if (a.parameters().size() != b.parameters().size()) {
      return false;
    }
    for (int i = 0; i < a.parameters().size(); i++) {
      if (!types.isSubtype(a.parameters().get(i), b.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }
}
