package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way through a body, up to some point.
 *
 * @param live whether the promise is there yet
 * @param done what was done to complete it
 * @param known the conditions that were asked on the way, and their outcomes
 * @param turn the last turn that led away from where the promise would have been completed
 */
record Path(boolean live, Cover done, Map<Value, Boolean> known, Optional<Turn> turn) {
  /** A turn of the way, as a clause. */
  record Turn(String text, int line) {}

  Path {
    known = Map.copyOf(known);
  }

  static Path start(boolean live) {
    return new Path(live, Cover.NONE, Map.of(), Optional.empty());
  }

  Path made() {
    return new Path(true, Cover.NONE, known, Optional.empty());
  }

  Path with(Cover more) {
    return new Path(live, live ? done.and(more) : done, known, turn);
  }

  Path turned(Optional<Turn> newTurn) {
    return new Path(live, done, known, newTurn.isPresent() && live ? newTurn : turn);
  }

  /** The same way, whose last turn is of no importance. */
  Path straight() {
    return new Path(live, done, known, Optional.empty());
  }

  /** This way, where the branch's condition has the outcome; empty where it is known to have the other. */
  Optional<Path> where(Region.Branch branch, boolean taken) {
    boolean negated = isInequality(branch.condition());
    Value condition = negated ? equality(branch.condition()) : branch.condition();
    boolean outcome = (branch.outcome() == taken) != negated;
    Boolean before = known.get(condition);
    if (before != null) {
      return before == outcome ? Optional.of(this) : Optional.empty();
    }
    Map<Value, Boolean> more = new HashMap<>(known);
    more.put(condition, outcome);
    return Optional.of(new Path(live, done, more, turn));
  }

  private static boolean isInequality(Value condition) {
    return condition instanceof Value.Operation operation && operation.operator().equals("!=");
  }

  private static Value equality(Value condition) {
    List<Value> operands = ((Value.Operation) condition).operands();
    return new Value.Operation("==", operands);
  }
}
