package io.github.asynclint.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inference of one outermost call with the calls nested in its arguments: lambdas wait until the
 * types of their parameters are determined.
 */
final class Session {
  private record Pending(Expression function, Type formal) {}

  private final Attribution attribution;
  private final Inference inference;
  private final References references;
  private final List<Pending> pending = new ArrayList<>();

  Session(Attribution attribution) {
    this.attribution = attribution;
    this.inference = new Inference(attribution.types());
    this.references = new References(attribution, inference);
  }

  Inference inference() {
    return inference;
  }

  void defer(Expression function, Type formal) {
    Expression inner = function;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    pending.add(new Pending(inner, formal));
  }

  /** Attributes all that waits, in an order in which their parameters get known. */
  void run() {
    while (!pending.isEmpty()) {
      Pending next = next();
      pending.remove(next);
      process(next);
    }
  }

  private Pending next() {
    for (Pending each : pending) {
      if (isReady(each)) {
        return each;
      }
    }
    for (Pending each : pending) {
      if (each.function() instanceof MethodReferenceExpr) {
        return each;
      }
    }
    return pending.get(0);
  }

  private boolean isReady(Pending each) {
    if (each.function() instanceof LambdaExpr lambda && isExplicit(lambda)) {
      return true;
    }
    return attribution
        .functions()
        .shape(Inference.known(each.formal()))
        .map(shape -> shape.parameters().stream().allMatch(Inference::isDetermined))
        .orElse(true);
  }

  static boolean isExplicit(LambdaExpr lambda) {
    return lambda.getParameters().stream()
        .noneMatch(p -> p.getType().isUnknownType() || p.getType().asString().equals("var"));
  }

  private void process(Pending each) {
    Type formal = Inference.known(each.formal());
    if (formal instanceof Type.Inferred) {
      formal = inference.solve(formal);
    }
    Optional<Functions.Shape> shape = attribution.functions().shape(formal);
    attribution.memo().type(each.function(), formal);
    if (shape.isEmpty()) {
      if (each.function() instanceof MethodReferenceExpr reference) {
        references.unknown(reference);
      }
      return;
    }
    attribution.memo().shape(each.function(), shape.get());
    if (each.function() instanceof MethodReferenceExpr reference) {
      references.process(reference, shape.get());
    } else {
      lambda((LambdaExpr) each.function(), shape.get());
    }
  }

  private void lambda(LambdaExpr lambda, Functions.Shape shape) {
    boolean explicit = isExplicit(lambda);
    for (int i = 0; i < Math.min(lambda.getParameters().size(), shape.parameters().size()); i++) {
      Parameter parameter = lambda.getParameter(i);
      if (explicit) {
        inference.equal(shape.parameters().get(i), attribution.declared(parameter));
      } else {
        Type type = inference.solve(shape.parameters().get(i));
        attribution
            .memo()
            .parameter(parameter, type instanceof Type.Wildcard w ? w.bound() : type);
      }
    }
    if (lambda.getBody() instanceof ExpressionStmt body) {
      if (shape.result().isVoid()) {
        attribution.type(body.getExpression());
      } else {
        result(body.getExpression(), shape.result());
      }
    } else {
      for (ReturnStmt each : Flow.returns(lambda.getBody())) {
        each.getExpression().ifPresent(value -> result(value, shape.result()));
      }
    }
  }

  /** Requires that the expression fits the type, which may still be open. */
  void result(Expression value, Type target) {
    if (Attribution.isFunction(value)) {
      defer(value, target);
    } else if (value instanceof EnclosedExpr enclosed) {
      result(enclosed.getInner(), target);
    } else if (value instanceof ConditionalExpr choice) {
      attribution.type(choice.getCondition());
      result(choice.getThenExpr(), target);
      result(choice.getElseExpr(), target);
    } else {
      Type known = Inference.known(target);
      Type type = attribution.type(value, Inference.isOpen(known) ? null : known, this);
      inference.subtype(type, target);
    }
  }
}
