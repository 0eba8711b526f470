package io.github.asynclint.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import io.github.asynclint.source.types.Type;
import io.github.asynclint.source.types.Types;

/** Which types do literals and operators yield? */
final class OperatorTypes {
  private final Types types;

  OperatorTypes(Types types) {
    this.types = types;
  }

  static Type literal(LiteralExpr e) {
    if (e instanceof NullLiteralExpr) {
      return Type.NULL;
    } else if (e instanceof BooleanLiteralExpr) {
      return Type.BOOLEAN;
    } else if (e instanceof CharLiteralExpr) {
      return new Type.Primitive("char");
    } else if (e instanceof LongLiteralExpr) {
      return new Type.Primitive("long");
    } else if (e instanceof DoubleLiteralExpr number) {
      String text = number.getValue();
      boolean isFloat = (text.endsWith("f") || text.endsWith("F")) && !text.startsWith("0x");
      return new Type.Primitive(isFloat ? "float" : "double");
    }
    return e instanceof IntegerLiteralExpr ? Type.INT : Type.STRING;
  }

  Type binary(BinaryExpr.Operator operator, Type left, Type right) {
    return switch (operator) {
      case AND, OR, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS ->
          Type.BOOLEAN;
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
          promoted(types.unbox(left), Type.INT);
      case PLUS ->
          left.equals(Type.STRING) || right.equals(Type.STRING)
              ? Type.STRING
              : promoted(types.unbox(left), types.unbox(right));
      case BINARY_AND, BINARY_OR, XOR ->
          types.unbox(left).equals(Type.BOOLEAN)
              ? Type.BOOLEAN
              : promoted(types.unbox(left), types.unbox(right));
      default -> promoted(types.unbox(left), types.unbox(right));
    };
  }

  static Type promoted(Type a, Type b) {
    if (a.isPrimitive() && b.isPrimitive()) {
      return widest(widest(a, b), Type.INT);
    }
    return Type.UNKNOWN;
  }

  static Type widest(Type a, Type b) {
    if (a instanceof Type.Primitive x && b instanceof Type.Primitive y) {
      return Types.widens(x.name(), y.name()) ? b : a;
    }
    return a;
  }
}
