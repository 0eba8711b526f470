package io.github.asynclint.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Optional;

/** What holds when a condition is true, and when it is false? */
final class ConditionFacts {
  /** The states after a condition, by its outcome; an outcome that cannot be has none. */
  record Outcome(Optional<State> whenTrue, Optional<State> whenFalse) {
    Outcome negated() {
      return new Outcome(whenFalse, whenTrue);
    }
  }

  private final BodyReader reader;
  private final BodyBuilder body;

  ConditionFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  /** A condition whose outcome is a value: the compiler branches and loads true or false. */
  Value asValue(Expression e) {
    Outcome outcome = read(e);
    body.state = State.join(outcome.whenTrue(), outcome.whenFalse());
    return Values.EITHER;
  }

  Outcome read(Expression written) {
    Expression e = written;
    while (e instanceof EnclosedExpr enclosed) {
      e = enclosed.getInner();
    }
    Optional<Object> constant = reader.expressions.constant(e);
    if (constant.isPresent() && constant.get() instanceof Boolean outcome) {
      return outcome
          ? new Outcome(body.state, Optional.empty())
          : new Outcome(Optional.empty(), body.state);
    } else if (e instanceof UnaryExpr unary
        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return read(unary.getExpression()).negated();
    } else if (e instanceof ConditionalExpr conditional) {
      return conditional(conditional);
    } else if (e instanceof BinaryExpr binary) {
      switch (binary.getOperator()) {
        case AND:
          return and(binary);
        case OR:
          return or(binary);
        case EQUALS:
          return comparison(binary, "==", true);
        case NOT_EQUALS:
          return comparison(binary, "==", false);
        case LESS:
          return comparison(binary, "<", true);
        case GREATER_EQUALS:
          return comparison(binary, "<", false);
        case GREATER:
          return comparison(binary, ">", true);
        case LESS_EQUALS:
          return comparison(binary, ">", false);
        default:
          break;
      }
    }
    Value value = reader.value(e);
    reader.use(
        e, value instanceof Value.Operation operation ? operation.operands() : List.of(value));
    return branch(value);
  }

  private Outcome and(BinaryExpr e) {
    Outcome left = read(e.getLeft());
    body.state = left.whenTrue();
    Outcome right = read(e.getRight());
    return new Outcome(right.whenTrue(), State.join(left.whenFalse(), right.whenFalse()));
  }

  private Outcome or(BinaryExpr e) {
    Outcome left = read(e.getLeft());
    body.state = left.whenFalse();
    Outcome right = read(e.getRight());
    return new Outcome(State.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
  }

  private Outcome conditional(ConditionalExpr e) {
    Outcome condition = read(e.getCondition());
    body.state = condition.whenTrue();
    Outcome chosen = read(e.getThenExpr());
    body.state = condition.whenFalse();
    Outcome other = read(e.getElseExpr());
    return new Outcome(
        State.join(chosen.whenTrue(), other.whenTrue()),
        State.join(chosen.whenFalse(), other.whenFalse()));
  }

  private Outcome comparison(BinaryExpr e, String operator, boolean outcome) {
    Value left = reader.value(e.getLeft());
    Value right = reader.value(e.getRight());
    reader.use(e, List.of(left, right));
    Outcome result;
    if (operator.equals("==") && isBoolean(right)) {
      result = right.equals(Values.TRUE) ? branch(left) : branch(left).negated();
    } else if (operator.equals("==") && isBoolean(left)) {
      result = left.equals(Values.TRUE) ? branch(right) : branch(right).negated();
    } else {
      result = branch(Values.operation(operator, List.of(left, right)));
    }
    return outcome ? result : result.negated();
  }

  private static boolean isBoolean(Value value) {
    return value.equals(Values.TRUE) || value.equals(Values.FALSE);
  }

  private Outcome branch(Value condition) {
    return new Outcome(branch(condition, true), branch(condition, false));
  }

  private Optional<State> branch(Value condition, boolean outcome) {
    return body.state.map(
        at -> at.within(body.region(id -> new Region.Branch(id, condition, outcome))));
  }
}
