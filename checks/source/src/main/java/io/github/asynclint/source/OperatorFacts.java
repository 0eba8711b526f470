package io.github.asynclint.source;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Concatenation;
import io.github.asynclint.engine.facts.build.Values;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What do operators and assignments do, and which values do they yield? */
final class OperatorFacts {
  private final BodyReader reader;
  private final BodyBuilder<Local> body;
  private final Attribution attribution;

  OperatorFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.attribution = reader.attribution;
  }

  private static Expression bare(Expression e) {
    return e instanceof EnclosedExpr enclosed ? bare(enclosed.getInner()) : e;
  }

  Value assign(AssignExpr e) {
    attribution.type(e);
    if (e.getOperator() != AssignExpr.Operator.ASSIGN) {
      return compound(e);
    }
    Expression left = bare(e.getTarget());
    Optional<Local> local = reader.locals.of(left);
    if (local.isPresent()) {
      Value value = reader.value(e.getValue(), wantLocal(local.get()));
      body.assign(local.get(), value);
      return value;
    }
    Value target = target(left);
    Value value = reader.value(e.getValue());
    body.write(BodyReader.line(e), target, value, false);
    return value;
  }

  Want wantLocal(Local local) {
    return Want.local(local.name(), reader.locals.isRead(local));
  }

  /** The field or element that is written; its qualifier and index are evaluated. */
  private Value target(Expression e) {
    if (e instanceof ArrayAccessExpr access) {
      Value array = reader.value(access.getName());
      reader.value(access.getIndex());
      return Values.element(array);
    } else if (e instanceof NameExpr name
        && attribution.find(name).orElse(null) instanceof Variables.Found.Field field) {
      return new Value.FieldValue(field.field().ref(), reader.expressions.implicitReceiver(field));
    } else if (e instanceof FieldAccessExpr access) {
      Optional<FieldInfo> field = attribution.field(access);
      if (field.isPresent()) {
        return new Value.FieldValue(
            field.get().ref(), reader.expressions.explicitReceiver(access, field.get()));
      }
      if (attribution.typeName(access.getScope()).isEmpty()) {
        reader.value(access.getScope());
      }
    }
    return Value.UNKNOWN;
  }

  private Value compound(AssignExpr e) {
    Expression left = bare(e.getTarget());
    Optional<Local> local = reader.locals.of(left);
    Value target = local.<Value>map(body::local).orElseGet(() -> oldValue(left));
    Value value;
    if (attribution.type(left).equals(Type.STRING)) {
      Concatenation text = new Concatenation();
      text.add(target);
      collect(e.getValue(), text);
      value = text.value();
    } else {
      String operator = e.getOperator().asString();
      value =
          Values.operation(
              operator.substring(0, operator.length() - 1),
              List.of(target, reader.value(e.getValue())));
    }
    if (local.isPresent()) {
      body.assign(local.get(), value);
    } else if (!target.equals(Value.UNKNOWN)) {
      body.write(BodyReader.line(e), target, value, true);
    }
    return value;
  }

  /** Evaluates what is both read and written; a field is read, an element is not an event. */
  private Value oldValue(Expression e) {
    Value target = target(e);
    if (target instanceof Value.FieldValue field) {
      body.read(BodyReader.line(e), field.field(), field.receiver());
    }
    return target;
  }

  Value unary(UnaryExpr e) {
    return switch (e.getOperator()) {
      case LOGICAL_COMPLEMENT -> reader.conditions.asValue(e);
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> step(e, "+");
      case PREFIX_DECREMENT, POSTFIX_DECREMENT -> step(e, "-");
      case MINUS -> Values.operation("-", List.of(reader.value(e.getExpression())));
      case BITWISE_COMPLEMENT -> 
          // As compiled: there is no instruction for the complement.
          Values.operation(
              "^", List.of(reader.value(e.getExpression()), new Value.Constant("-1")));
      default -> reader.value(e.getExpression());
    };
  }

  private Value step(UnaryExpr e, String operator) {
    Expression left = bare(e.getExpression());
    Optional<Local> local = reader.locals.of(left);
    Value old = local.<Value>map(body::local).orElseGet(() -> oldValue(left));
    // As compiled: a local int is decremented by adding -1.
    boolean down = operator.equals("-") && local.isPresent() && isInt(attribution.type(left));
    Value next =
        Values.operation(
            down ? "+" : operator, List.of(old, new Value.Constant(down ? "-1" : "1")));
    if (local.isPresent()) {
      body.assign(local.get(), next);
    } else if (!old.equals(Value.UNKNOWN)) {
      body.write(BodyReader.line(e), old, next, true);
    }
    return e.isPostfix() ? old : next;
  }

  private static boolean isInt(Type type) {
    return type instanceof Type.Primitive primitive
        && List.of("int", "short", "byte", "char").contains(primitive.name());
  }

  Value binary(BinaryExpr e) {
    switch (e.getOperator()) {
      case AND, OR, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> {
        return reader.conditions.asValue(e);
      }
      default -> {}
    }
    if (isConcatenation(e)) {
      Concatenation text = new Concatenation();
      collect(e, text);
      return text.value();
    }
    Value left = reader.value(e.getLeft());
    Value right = reader.value(e.getRight());
    return Values.operation(e.getOperator().asString(), List.of(left, right));
  }

  private boolean isConcatenation(Expression e) {
    return e instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.PLUS
        && attribution.type(e).equals(Type.STRING);
  }

  /** Operands of a concatenation from left to right, through nested ones. */
  private void collect(Expression written, Concatenation text) {
    Expression e = bare(written);
    Optional<Object> constant = reader.expressions.constant(e);
    if (constant.isPresent()) {
      text.addConstant(String.valueOf(constant.get()));
    } else if (isConcatenation(e)) {
      // Long concatenations lean to the left: no recursion along them.
      List<Expression> operands = new ArrayList<>();
      Expression next = e;
      while (isConcatenation(next) && reader.expressions.constant(next).isEmpty()) {
        BinaryExpr binary = (BinaryExpr) next;
        operands.add(binary.getRight());
        next = bare(binary.getLeft());
      }
      operands.add(next);
      for (int i = operands.size() - 1; i >= 0; i--) {
        collect(operands.get(i), text);
      }
    } else {
      text.add(reader.value(e));
    }
  }
}
