package io.github.asynclint.engine.facts.build;

import java.util.Optional;

/** What holds after a condition, by its outcome? An outcome that cannot be has no state. */
public final class Outcome<V> {
  final Optional<State<V>> whenTrue;
  final Optional<State<V>> whenFalse;

  Outcome(Optional<State<V>> whenTrue, Optional<State<V>> whenFalse) {
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
  }

  public Outcome<V> negated() {
    return new Outcome<>(whenFalse, whenTrue);
  }
}
