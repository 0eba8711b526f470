package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.source.types.Type;
import java.util.Optional;
import java.util.function.Function;

/** Which expressions are compile-time constants, and what are their values? */
final class Constants {
  private static final int DEPTH = 40;

  private final Function<Expression, Optional<Object>> names;

  private Constants(Function<Expression, Optional<Object>> names) {
    this.names = names;
  }

  /** The value as the type, if the expression can be folded from its text and fields around it. */
  static Optional<Object> fold(Expression expression, Type type) {
    return fold(expression).map(value -> convert(value, type));
  }

  static Optional<Object> fold(Expression expression) {
    return new Constants(null).fold(expression, DEPTH);
  }

  /** Names, qualified names and casts are asked for. */
  static Optional<Object> fold(
      Expression expression, Function<Expression, Optional<Object>> names) {
    return new Constants(names).fold(expression, DEPTH);
  }

  static Object convert(Object value, Type type) {
    if (!(type instanceof Type.Primitive primitive)) {
      return value;
    }
    Object number = value instanceof Character c ? (Object) (int) c : value;
    if (!(number instanceof Number n)) {
      return value;
    }
    return switch (primitive.name()) {
      case "long" -> n.longValue();
      case "double" -> n.doubleValue();
      case "float" -> n.floatValue();
      case "char" -> (char) n.intValue();
      case "int" -> n.intValue();
      default -> value;
    };
  }

  private Optional<Object> fold(Expression e, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    try {
      if (e instanceof IntegerLiteralExpr literal) {
        return Optional.of(literal.asNumber().intValue());
      } else if (e instanceof LongLiteralExpr literal) {
        return Optional.of(literal.asNumber().longValue());
      } else if (e instanceof DoubleLiteralExpr literal) {
        boolean isFloat = literal.getValue().toLowerCase(java.util.Locale.ROOT).endsWith("f")
            && !literal.getValue().startsWith("0x");
        return Optional.of(isFloat ? (Object) (float) literal.asDouble() : literal.asDouble());
      } else if (e instanceof BooleanLiteralExpr literal) {
        return Optional.of(literal.getValue());
      } else if (e instanceof CharLiteralExpr literal) {
        return Optional.of(literal.asChar());
      } else if (e instanceof TextBlockLiteralExpr literal) {
        return Optional.of(literal.translateEscapes());
      } else if (e instanceof StringLiteralExpr literal) {
        return Optional.of(literal.asString());
      } else if (e instanceof EnclosedExpr enclosed) {
        return fold(enclosed.getInner(), depth - 1);
      } else if (e instanceof UnaryExpr unary) {
        return fold(unary.getExpression(), depth - 1).flatMap(v -> unary(unary.getOperator(), v));
      } else if (e instanceof BinaryExpr binary) {
        Optional<Object> left = fold(binary.getLeft(), depth - 1);
        Optional<Object> right =
            left.isEmpty() ? Optional.empty() : fold(binary.getRight(), depth - 1);
        return right.flatMap(value -> binary(binary.getOperator(), left.get(), value));
      } else if (names != null) {
        return names.apply(e);
      } else if (e instanceof NameExpr name) {
        return sibling(name, depth - 1);
      }
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** A final field of a class around with that name, by its text alone. */
  private Optional<Object> sibling(NameExpr name, int depth) {
    for (Node node = name; node != null; node = node.getParentNode().orElse(null)) {
      if (node instanceof com.github.javaparser.ast.body.CallableDeclaration
          || node instanceof com.github.javaparser.ast.expr.LambdaExpr) {
        return Optional.empty();
      }
      if (node instanceof TypeDeclaration<?> type) {
        for (BodyDeclaration<?> member : type.getMembers()) {
          if (member instanceof FieldDeclaration field) {
            for (VariableDeclarator variable : field.getVariables()) {
              if (variable.getNameAsString().equals(name.getNameAsString())) {
                boolean isFinal = field.isFinal() || type.isClassOrInterfaceDeclaration()
                    && type.asClassOrInterfaceDeclaration().isInterface();
                return isFinal
                    ? variable.getInitializer().flatMap(value -> fold(value, depth))
                    : Optional.empty();
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Object> unary(UnaryExpr.Operator operator, Object value) {
    return switch (operator) {
      case PLUS -> Optional.of(value);
      case MINUS -> {
        if (value instanceof Integer i) {
          yield Optional.of(-i);
        } else if (value instanceof Long l) {
          yield Optional.of(-l);
        } else if (value instanceof Double d) {
          yield Optional.of(-d);
        } else if (value instanceof Float f) {
          yield Optional.of(-f);
        }
        yield Optional.empty();
      }
      case LOGICAL_COMPLEMENT ->
          value instanceof Boolean b ? Optional.of(!b) : Optional.empty();
      case BITWISE_COMPLEMENT -> value instanceof Integer i ? Optional.of(~i) : Optional.empty();
      default -> Optional.empty();
    };
  }

  static Optional<Object> binary(BinaryExpr.Operator operator, Object a, Object b) {
    if (operator == BinaryExpr.Operator.PLUS && (a instanceof String || b instanceof String)) {
      return Optional.of(String.valueOf(a) + b);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return switch (operator) {
        case AND, BINARY_AND -> Optional.of(x && y);
        case OR, BINARY_OR -> Optional.of(x || y);
        default -> Optional.empty();
      };
    }
    Object x = a instanceof Character c ? (Object) (int) c : a;
    Object y = b instanceof Character c ? (Object) (int) c : b;
    if (x instanceof Integer i && y instanceof Integer j) {
      if (j == 0 && (operator == BinaryExpr.Operator.DIVIDE
          || operator == BinaryExpr.Operator.REMAINDER)) {
        return Optional.empty();
      }
      return integer(operator, i, j).map(v -> v instanceof Long l ? (Object) (int) (long) l : v);
    } else if (integral(x) && integral(y)) {
      if (((Number) y).longValue() == 0 && operator == BinaryExpr.Operator.DIVIDE) {
        return Optional.empty();
      }
      return integer(operator, ((Number) x).longValue(), ((Number) y).longValue());
    } else if (x instanceof Number i && y instanceof Number j) {
      double p = i.doubleValue();
      double q = j.doubleValue();
      return switch (operator) {
        case PLUS -> Optional.of(p + q);
        case MINUS -> Optional.of(p - q);
        case MULTIPLY -> Optional.of(p * q);
        case DIVIDE -> Optional.of(p / q);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static boolean integral(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static Optional<Object> integer(BinaryExpr.Operator operator, long a, long b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case REMAINDER -> Optional.of(a % b);
      case LEFT_SHIFT -> Optional.of(a << b);
      case SIGNED_RIGHT_SHIFT -> Optional.of(a >> b);
      case BINARY_AND -> Optional.of(a & b);
      case BINARY_OR -> Optional.of(a | b);
      case XOR -> Optional.of(a ^ b);
      case LESS -> Optional.of(a < b);
      case GREATER -> Optional.of(a > b);
      case EQUALS -> Optional.of(a == b);
      case NOT_EQUALS -> Optional.of(a != b);
      default -> Optional.empty();
    };
  }
}
