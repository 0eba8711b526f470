package io.github.asynclint.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Conditions;
import io.github.asynclint.engine.facts.build.Outcome;
import java.util.Optional;

/** Which condition does an expression state? */
final class ConditionFacts {
  private final BodyReader reader;
  final Conditions<Local> flow;

  ConditionFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Conditions<>(reader.body);
  }

  Value asValue(Expression e) {
    return flow.asValue(read(e));
  }

  Outcome<Local> read(Expression written) {
    Expression e = written;
    while (e instanceof EnclosedExpr enclosed) {
      e = enclosed.getInner();
    }
    Optional<Object> constant = reader.expressions.constant(e);
    if (constant.isPresent() && constant.get() instanceof Boolean outcome) {
      return flow.constant(outcome);
    } else if (e instanceof UnaryExpr unary
        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return read(unary.getExpression()).negated();
    } else if (e instanceof ConditionalExpr conditional) {
      return flow.conditional(
          read(conditional.getCondition()),
          () -> read(conditional.getThenExpr()),
          () -> read(conditional.getElseExpr()));
    } else if (e instanceof BinaryExpr binary) {
      switch (binary.getOperator()) {
        case AND -> {
          return flow.and(read(binary.getLeft()), () -> read(binary.getRight()));
        }
        case OR -> {
          return flow.or(read(binary.getLeft()), () -> read(binary.getRight()));
        }
        case EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> {
          Value left = reader.value(binary.getLeft());
          Value right = reader.value(binary.getRight());
          int line = BodyReader.line(binary);
          return flow.compared(line, binary.getOperator().asString(), left, right);
        }
        default -> {}
      }
    }
    return flow.tested(BodyReader.line(e), reader.value(e));
  }
}
