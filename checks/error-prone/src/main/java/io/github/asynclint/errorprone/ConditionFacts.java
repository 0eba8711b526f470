package io.github.asynclint.errorprone;

import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
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
  Value asValue(JCExpression tree) {
    Outcome outcome = read(tree);
    body.state = State.join(outcome.whenTrue(), outcome.whenFalse());
    return Values.EITHER;
  }

  Outcome read(JCExpression written) {
    JCExpression tree = TreeInfo.skipParens(written);
    if (tree.type != null && tree.type.constValue() instanceof Integer constant) {
      return constant != 0
          ? new Outcome(body.state, Optional.empty())
          : new Outcome(Optional.empty(), body.state);
    } else if (tree instanceof JCUnary unary && unary.hasTag(com.sun.tools.javac.tree.JCTree.Tag.NOT)) {
      return read(unary.arg).negated();
    } else if (tree instanceof JCConditional conditional) {
      return conditional(conditional);
    } else if (tree instanceof JCBinary binary) {
      switch (binary.getTag()) {
        case AND:
          return and(binary);
        case OR:
          return or(binary);
        case EQ:
          return comparison(binary, "==", true);
        case NE:
          return comparison(binary, "==", false);
        case LT:
          return comparison(binary, "<", true);
        case GE:
          return comparison(binary, "<", false);
        case GT:
          return comparison(binary, ">", true);
        case LE:
          return comparison(binary, ">", false);
        default:
          break;
      }
    }
    Value value = reader.value(tree);
    reader.use(
        tree,
        value instanceof Value.Operation operation ? operation.operands() : List.of(value));
    return branch(value);
  }

  private Outcome and(JCBinary tree) {
    Outcome left = read(tree.lhs);
    body.state = left.whenTrue();
    Outcome right = read(tree.rhs);
    return new Outcome(right.whenTrue(), State.join(left.whenFalse(), right.whenFalse()));
  }

  private Outcome or(JCBinary tree) {
    Outcome left = read(tree.lhs);
    body.state = left.whenFalse();
    Outcome right = read(tree.rhs);
    return new Outcome(State.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
  }

  private Outcome conditional(JCConditional tree) {
    Outcome condition = read(tree.cond);
    body.state = condition.whenTrue();
    Outcome chosen = read(tree.truepart);
    body.state = condition.whenFalse();
    Outcome other = read(tree.falsepart);
    return new Outcome(
        State.join(chosen.whenTrue(), other.whenTrue()),
        State.join(chosen.whenFalse(), other.whenFalse()));
  }

  private Outcome comparison(JCBinary tree, String operator, boolean outcome) {
    Value left = reader.value(tree.lhs);
    Value right = reader.value(tree.rhs);
    reader.use(tree, List.of(left, right));
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
