package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which parameters of a body does its caller give null, true or false, so that some branches are not taken?
 *
 * @param values by the parameter's index; a value that is unknown may be any of the three
 */
public record Givens(Map<Integer, Value> values) {
  public static final Givens NONE = new Givens(Map.of());

  private static final Value TRUE = new Value.Constant("true");
  private static final Value FALSE = new Value.Constant("false");

  /** What a call gives, in a body that is given something itself. */
  public static Givens of(Event.Call call, Givens outer) {
    Map<Integer, Value> values = new TreeMap<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      Value value =
          argument instanceof Value.Parameter passedOn
              ? outer.values().get(passedOn.index())
              : argument;
      if (Value.NULL.equals(value)
          || TRUE.equals(value)
          || FALSE.equals(value)
          || value instanceof Value.Unknown) {
        values.put(i, value);
      }
    }
    return values.isEmpty() ? NONE : new Givens(values);
  }

  /** Those of parameters that the body does something with. */
  Givens usedIn(BodyView body) {
    Map<Integer, Value> used = new TreeMap<>(values);
    used.keySet().removeIf(index -> body.uses(new Value.Parameter(index)).isEmpty());
    return used.isEmpty() ? NONE : new Givens(used);
  }

  /** Whether the event stands in a branch that is not taken. */
  public boolean exclude(BodyView body, Event event) {
    return !values.isEmpty() && body.guards(event).stream().anyMatch(this::excludes);
  }

  private boolean excludes(Region.Branch guard) {
    Value condition = guard.condition();
    if (condition instanceof Value.Parameter parameter) {
      Value given = values.get(parameter.index());
      return given instanceof Value.Unknown
          || given != null && given.equals(guard.outcome() ? FALSE : TRUE);
    }
    if (condition instanceof Value.Operation test
        && test.operands().size() == 2
        && test.operands().contains(Value.NULL)) {
      boolean takenIfNull = test.operator().equals("==") == guard.outcome();
      return test.operands().stream()
          .filter(Value.Parameter.class::isInstance)
          .map(operand -> values.get(((Value.Parameter) operand).index()))
          .anyMatch(
              given ->
                  given != null
                      && (Gaps.inValue(given) || given.equals(Value.NULL) && !takenIfNull));
    }
    return false;
  }
}
