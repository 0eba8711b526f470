package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where do {@code break}, {@code continue} and {@code yield} go to? */
public final class Jumps<V> {
  /** What a jump can go to. */
  enum Kind {
    LOOP,
    SWITCH,
    SWITCH_EXPRESSION,
    LABELED
  }

  /** A statement that jumps go to, and the states that they bring. */
  static final class Target<V> {
    final String label;
    final Kind kind;
    Optional<State<V>> breaks = Optional.empty();
    Optional<State<V>> continues = Optional.empty();
    final List<Value> yields = new ArrayList<>();

    Target(String label, Kind kind) {
      this.label = label;
      this.kind = kind;
    }

    boolean takes(String jumpLabel, boolean again) {
      if (again && kind != Kind.LOOP) {
        return false;
      }
      return jumpLabel.isEmpty()
          ? kind == Kind.LOOP || kind == Kind.SWITCH
          : jumpLabel.equals(label);
    }
  }

  private final BodyBuilder<V> body;

  public Jumps(BodyBuilder<V> body) {
    this.body = body;
  }

  /** A labeled statement; the label of a loop belongs to the loop. */
  public void labeled(String label, Runnable statement) {
    if (!body.reachable()) {
      return;
    }
    List<Integer> around = body.state.get().regions();
    Target<V> target = new Target<>(label, Kind.LABELED);
    body.targets.add(target);
    statement.run();
    body.targets.remove(target);
    body.state = State.join(body.state, target.breaks.map(at -> body.outOf(at, around)));
  }

  /** {@code label} is empty where none is written. */
  public void breakTo(String label) {
    target(label, false)
        .ifPresent(target -> target.breaks = State.join(target.breaks, body.state));
    body.end();
  }

  /** {@code label} is empty where none is written. */
  public void continueTo(String label) {
    target(label, true)
        .ifPresent(target -> target.continues = State.join(target.continues, body.state));
    body.end();
  }

  private Optional<Target<V>> target(String label, boolean again) {
    for (int i = body.targets.size() - 1; i >= 0; i--) {
      if (body.targets.get(i).takes(label, again)) {
        return Optional.of(body.targets.get(i));
      }
    }
    return Optional.empty();
  }

  /** The value of the innermost switch expression. */
  public void yielded(Value value) {
    for (int i = body.targets.size() - 1; i >= 0; i--) {
      Target<V> target = body.targets.get(i);
      if (target.kind == Kind.SWITCH_EXPRESSION) {
        if (body.reachable()) {
          target.yields.add(value);
        }
        target.breaks = State.join(target.breaks, body.state);
        break;
      }
    }
    body.end();
  }
}
