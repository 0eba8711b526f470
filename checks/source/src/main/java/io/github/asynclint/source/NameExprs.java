package io.github.asynclint.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;

/**
 * What expression is it that JavaParser took for a type? It reads every name before {@code ::} as a
 * type; the tree is mended in place, once it is known to be a variable.
 */
final class NameExprs {
  private NameExprs() {}

  static Expression of(ClassOrInterfaceType type, MethodReferenceExpr reference) {
    Expression scope = expression(type);
    if (reference.getScope() instanceof TypeExpr) {
      reference.setScope(scope);
    }
    return scope;
  }

  private static Expression expression(ClassOrInterfaceType type) {
    Expression result =
        type.getScope().isPresent()
            ? new FieldAccessExpr(expression(type.getScope().get()), type.getNameAsString())
            : new NameExpr(type.getNameAsString());
    type.getRange().ifPresent(result::setRange);
    type.getName().getRange().ifPresent(((NodeWithSimpleName<?>) result).getName()::setRange);
    return result;
  }
}
