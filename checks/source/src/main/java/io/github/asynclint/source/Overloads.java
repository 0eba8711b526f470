package io.github.asynclint.source;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of several methods of a name is meant (JLS 15.12.2, by erasures)? */
final class Overloads {
  /** The chosen method and whether it is called with variable arity. */
  record Choice(Members.Candidate candidate, boolean spread) {
    Type formal(int argument) {
      return formalOf(candidate.method(), argument, spread);
    }
  }

  private enum Phase {
    STRICT,
    LOOSE,
    VARIABLE
  }

  private final Attribution attribution;
  private final Types types;

  Overloads(Attribution attribution) {
    this.attribution = attribution;
    this.types = attribution.types();
  }

  private static Type formalOf(MethodInfo method, int argument, boolean spread) {
    List<Type> parameters = method.parameters();
    if (spread && argument >= parameters.size() - 1) {
      return parameters.get(parameters.size() - 1) instanceof Type.Array array
          ? array.element()
          : Type.UNKNOWN;
    }
    return argument < parameters.size() ? parameters.get(argument) : Type.UNKNOWN;
  }

  /** Arguments without a type (null) hold lambdas or method references. */
  Optional<Choice> choose(
      List<Members.Candidate> candidates, List<Expression> written, List<Type> arguments) {
    for (Phase phase : Phase.values()) {
      List<Choice> applicable = new ArrayList<>();
      for (Members.Candidate candidate : candidates) {
        if (isApplicable(candidate, written, arguments, phase)) {
          applicable.add(new Choice(candidate, phase == Phase.VARIABLE));
        }
      }
      if (!applicable.isEmpty()) {
        return Optional.of(mostSpecific(applicable, written, arguments));
      }
    }
    // Half-typed code or an unknown hierarchy: a single method of that arity is good enough.
    List<Members.Candidate> sameArity =
        candidates.stream()
            .filter(each -> each.method().parameters().size() == written.size())
            .toList();
    return sameArity.size() == 1
        ? Optional.of(new Choice(sameArity.get(0), false))
        : Optional.empty();
  }

  private boolean isApplicable(
      Members.Candidate candidate, List<Expression> written, List<Type> arguments, Phase phase) {
    MethodInfo method = candidate.method();
    int arity = method.parameters().size();
    boolean spread = phase == Phase.VARIABLE;
    if (spread ? !method.isVarargs() || written.size() < arity - 1 : written.size() != arity) {
      return false;
    }
    for (int i = 0; i < written.size(); i++) {
      Type declared = formalOf(method, i, spread);
      Type formal = candidate.raw() ? declared : types.substitute(declared, candidate.by());
      Type argument =
          arguments.get(i) == null ? null : Inference.estimate(arguments.get(i));
      boolean fits =
          argument == null
              ? acceptsFunction(written.get(i), formal, method)
              : phase == Phase.STRICT
                  ? types.isSubtype(argument, formal)
                  : types.isConvertible(argument, formal);
      if (!fits || argument != null && argument.isVoid()) {
        return false;
      }
    }
    return true;
  }

  private boolean acceptsFunction(Expression e, Type formal, MethodInfo method) {
    if (e instanceof EnclosedExpr enclosed) {
      return acceptsFunction(enclosed.getInner(), formal, method);
    } else if (e instanceof ConditionalExpr choice) {
      return acceptsFunction(choice.getThenExpr(), formal, method)
          && acceptsFunction(choice.getElseExpr(), formal, method);
    } else if (!Attribution.isFunction(e)) {
      return true;
    }
    if (formal.isUnknown()
        || formal instanceof Type.Variable v && method.typeParameters().contains(v)) {
      return true;
    }
    Optional<Functions.Shape> shape = attribution.functions().shape(formal);
    if (shape.isEmpty()) {
      return formal instanceof Type.Class named
          && attribution.sources().find(named.name()).isEmpty();
    }
    return e instanceof LambdaExpr lambda
        ? acceptsLambda(lambda, shape.get())
        : acceptsReference((MethodReferenceExpr) e, shape.get());
  }

  private boolean acceptsLambda(LambdaExpr lambda, Functions.Shape shape) {
    if (lambda.getParameters().size() != shape.parameters().size()) {
      return false;
    }
    boolean isVoid = shape.result().isVoid();
    if (lambda.getBody() instanceof ExpressionStmt body) {
      if (isVoid) {
        return isStatement(body.getExpression());
      }
      // The body of an explicitly typed lambda counts: it must not be void.
      return !Session.isExplicit(lambda) || !yieldsVoid(body.getExpression());
    }
    BlockStmt block = (BlockStmt) lambda.getBody();
    List<ReturnStmt> returns = Flow.returns(block);
    boolean anyValue = returns.stream().anyMatch(each -> each.getExpression().isPresent());
    if (isVoid) {
      return !anyValue;
    }
    boolean anyVoid = returns.stream().anyMatch(each -> each.getExpression().isEmpty());
    return !anyVoid && !Flow.completes(block);
  }

  private static boolean isStatement(Expression e) {
    if (e instanceof UnaryExpr unary) {
      return switch (unary.getOperator()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
        default -> false;
      };
    }
    return e instanceof MethodCallExpr
        || e instanceof ObjectCreationExpr
        || e instanceof AssignExpr;
  }

  private boolean yieldsVoid(Expression body) {
    return body instanceof MethodCallExpr
        && attribution.memo().tried(() -> attribution.type(body)).isVoid();
  }

  private boolean acceptsReference(MethodReferenceExpr reference, Functions.Shape shape) {
    References references = new References(attribution, null);
    List<MethodInfo> methods = references.potential(reference, shape.parameters().size());
    if (methods.isEmpty()) {
      return references.isOpen(reference);
    }
    boolean exact = references.isExact(reference);
    return !exact
        || shape.result().isVoid()
        || methods.get(0).ref().isConstructor()
        || !methods.get(0).returnType().isVoid();
  }

  private Choice mostSpecific(
      List<Choice> applicable, List<Expression> written, List<Type> arguments) {
    Choice best = applicable.get(0);
    boolean isMost = isMostSpecific(best, applicable, written, arguments);
    for (Choice each : applicable.subList(1, applicable.size())) {
      if (isMostSpecific(each, applicable, written, arguments)
          && (!isMost || isBetterTwin(each, best))) {
        best = each;
        isMost = true;
      }
    }
    return best;
  }

  /** Asks no further than the first "no": a hundred overloads may fit an argument of an unknown type. */
  private boolean isMostSpecific(
      Choice choice, List<Choice> applicable, List<Expression> written, List<Type> arguments) {
    for (Choice other : applicable) {
      if (choice != other && !isMoreSpecific(choice, other, written, arguments)) {
        return false;
      }
    }
    return true;
  }

  /** Of two methods with the same parameters the concrete one, then the narrower result. */
  private boolean isBetterTwin(Choice a, Choice b) {
    if (a.candidate().method().isAbstract() != b.candidate().method().isAbstract()) {
      return b.candidate().method().isAbstract();
    }
    Type first = a.candidate().method().returnType();
    Type second = b.candidate().method().returnType();
    return !first.equals(second)
        && types.isSubtype(first, second)
        && !types.isSubtype(second, first);
  }

  private boolean isMoreSpecific(
      Choice a, Choice b, List<Expression> written, List<Type> arguments) {
    int count = written.size();
    if (a.spread()) {
      count =
          Math.max(
              count,
              Math.max(
                  a.candidate().method().parameters().size(),
                  b.candidate().method().parameters().size()));
    }
    for (int i = 0; i < count; i++) {
      Type from = types.substitute(a.formal(i), a.candidate().by());
      Type to = types.substitute(b.formal(i), b.candidate().by());
      if (i < written.size() && arguments.get(i) == null) {
        if (!isMoreSpecificFunction(written.get(i), from, to)) {
          return false;
        }
      } else if (!types.isSubtype(from, to)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMoreSpecificFunction(Expression e, Type from, Type to) {
    String a = types.erasedName(from);
    String b = types.erasedName(to);
    if (a.equals(b) || types.isSubclass(a, b)) {
      return true;
    } else if (types.isSubclass(b, a)) {
      return false;
    }
    Optional<Functions.Shape> first = attribution.functions().shape(from);
    Optional<Functions.Shape> second = attribution.functions().shape(to);
    if (first.isEmpty() || second.isEmpty()) {
      return second.isEmpty();
    }
    Type x = first.get().result();
    Type y = second.get().result();
    if (y.isVoid()) {
      return true;
    } else if (x.isVoid()) {
      return false;
    } else if (x.isPrimitive() != y.isPrimitive()) {
      return x.isPrimitive() == bodyIsPrimitive(e);
    }
    return types.isSubtype(x, y);
  }

  private boolean bodyIsPrimitive(Expression e) {
    if (e instanceof LambdaExpr lambda && lambda.getBody() instanceof ExpressionStmt body) {
      return attribution.memo().tried(() -> attribution.type(body.getExpression())).isPrimitive();
    } else if (e instanceof MethodReferenceExpr reference) {
      References references = new References(attribution, null);
      List<MethodInfo> methods = references.potential(reference, -1);
      return !methods.isEmpty() && methods.get(0).returnType().isPrimitive();
    }
    return false;
  }
}
