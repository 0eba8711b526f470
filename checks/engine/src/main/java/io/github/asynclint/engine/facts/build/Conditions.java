package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which way does a condition go, and what runs then?
 *
 * <p>Operands are read when, and in the state in which, they are evaluated.
 */
public final class Conditions<V> {
  private final BodyBuilder<V> body;

  public Conditions(BodyBuilder<V> body) {
    this.body = body;
  }

  public Outcome<V> constant(boolean value) {
    return value
        ? new Outcome<>(body.state, Optional.empty())
        : new Outcome<>(Optional.empty(), body.state);
  }

  /** A value that is tested: what an operation looks at is used. */
  public Outcome<V> tested(int line, Value value) {
    body.use(
        line, value instanceof Value.Operation operation ? operation.operands() : List.of(value));
    return branch(value);
  }

  /** A comparison with an operator of Java, in its canonical form. */
  public Outcome<V> compared(int line, String operator, Value left, Value right) {
    body.use(line, List.of(left, right));
    return switch (operator) {
      case "!=" -> equal(left, right).negated();
      case ">=" -> branch(Values.operation("<", List.of(left, right))).negated();
      case "<=" -> branch(Values.operation(">", List.of(left, right))).negated();
      case "==" -> equal(left, right);
      default -> branch(Values.operation(operator, List.of(left, right)));
    };
  }

  /** A boolean that is compared with a constant is the value itself. */
  private Outcome<V> equal(Value left, Value right) {
    if (isBoolean(right)) {
      return right.equals(Values.TRUE) ? branch(left) : branch(left).negated();
    } else if (isBoolean(left)) {
      return left.equals(Values.TRUE) ? branch(right) : branch(right).negated();
    }
    return branch(Values.operation("==", List.of(left, right)));
  }

  private static boolean isBoolean(Value value) {
    return value.equals(Values.TRUE) || value.equals(Values.FALSE);
  }

  private Outcome<V> branch(Value condition) {
    return new Outcome<>(branch(condition, true), branch(condition, false));
  }

  private Optional<State<V>> branch(Value condition, boolean outcome) {
    return body.state.map(
        at -> at.within(body.region(id -> new Region.Branch(id, condition, outcome))));
  }

  public Outcome<V> and(Outcome<V> left, Supplier<Outcome<V>> right) {
    body.state = left.whenTrue;
    Outcome<V> second = right.get();
    return new Outcome<>(second.whenTrue, State.join(left.whenFalse, second.whenFalse));
  }

  public Outcome<V> or(Outcome<V> left, Supplier<Outcome<V>> right) {
    body.state = left.whenFalse;
    Outcome<V> second = right.get();
    return new Outcome<>(State.join(left.whenTrue, second.whenTrue), second.whenFalse);
  }

  /** {@code condition ? chosen : other} as a condition. */
  public Outcome<V> conditional(
      Outcome<V> condition, Supplier<Outcome<V>> chosen, Supplier<Outcome<V>> other) {
    body.state = condition.whenTrue;
    Outcome<V> first = chosen.get();
    body.state = condition.whenFalse;
    Outcome<V> second = other.get();
    return new Outcome<>(
        State.join(first.whenTrue, second.whenTrue),
        State.join(first.whenFalse, second.whenFalse));
  }

  /** A condition whose outcome is a value: the compiler branches and loads true or false. */
  public Value asValue(Outcome<V> outcome) {
    body.state = State.join(outcome.whenTrue, outcome.whenFalse);
    return Values.EITHER;
  }

  /** {@code condition ? chosen : other} as a value. */
  public Value choice(Outcome<V> condition, Supplier<Value> chosen, Supplier<Value> other) {
    List<Value> values = new ArrayList<>();
    branch(
        condition,
        () -> condition.whenTrue.ifPresent(at -> values.add(chosen.get())),
        () -> condition.whenFalse.ifPresent(at -> values.add(other.get())));
    return Values.choice(values);
  }

  public void branch(Outcome<V> condition, Runnable then, Runnable otherwise) {
    body.state = condition.whenTrue;
    then.run();
    Optional<State<V>> afterThen = body.state;
    body.state = condition.whenFalse;
    otherwise.run();
    body.state = State.join(afterThen, body.state);
  }

  /** What an assertion evaluates; whether it runs at all is not a condition of the program. */
  public void assertion(Supplier<Outcome<V>> condition, Runnable detail) {
    if (!body.reachable()) {
      return;
    }
    State<V> before = body.state.get();
    Outcome<V> outcome = condition.get();
    body.state = outcome.whenFalse;
    if (body.reachable()) {
      detail.run();
    }
    body.state =
        Optional.of(
            outcome.whenTrue.map(at -> at.in(before.regions()).join(before)).orElse(before));
  }
}
