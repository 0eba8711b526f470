package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Type;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Of what types are the parameters of lambdas around a local or anonymous class, whose methods may
 * capture them? The calls that take those lambdas decide, from the outside in.
 */
final class Surroundings {
  private final Attribution attribution;

  Surroundings(Attribution attribution) {
    this.attribution = attribution;
  }

  void attribute(SourceClass type) {
    Deque<Node> standing = new ArrayDeque<>();
    boolean lambdas = false;
    for (Node at = type.node(); at != null; at = at.getParentNode().orElse(null)) {
      lambdas |= at instanceof LambdaExpr;
      if (lambdas && at instanceof Expression && standsAlone(at)) {
        standing.push(at);
      }
    }
    for (Node each : standing) {
      attribution.type((Expression) each, expected(each.getParentNode().get()));
    }
  }

  /** Whether no expression around it decides its type; that of a lambda without braces has one. */
  private static boolean standsAlone(Node expression) {
    Node parent = expression.getParentNode().orElse(null);
    return parent instanceof ReturnStmt
        || parent instanceof VariableDeclarator
        || parent instanceof ExpressionStmt
            && !(parent.getParentNode().orElse(null) instanceof LambdaExpr);
  }

  private Type expected(Node parent) {
    Type type = Type.UNKNOWN;
    if (parent instanceof VariableDeclarator variable) {
      type = attribution.names().resolve(variable.getType());
    } else if (parent instanceof ReturnStmt) {
      type = returned(parent);
    }
    return type.isUnknown() ? null : type;
  }

  private Type returned(Node statement) {
    for (Node at = statement; at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof MethodDeclaration method) {
        return attribution.names().resolve(method.getType());
      } else if (at instanceof LambdaExpr) {
        return attribution.memo().shape(at).map(Functions.Shape::result).orElse(Type.UNKNOWN);
      }
    }
    return Type.UNKNOWN;
  }
}
