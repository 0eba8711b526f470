package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a body may depend on what a call yields?
 *
 * <p>Generous: an object that is given such a value may have changed. Of objects that the body did not
 * make itself, that is believed only where the method's name says so.
 */
final class Influence {
  private static final Pattern CHANGES =
      Pattern.compile(
          "(set|add|put|update|init|register|use|bind|authenticate|apply|merge|push|offer|append|"
              + "insert|with|store|remember|configure|login)([A-Z].*)?");

  private final BodyView body;
  private final Set<Value> reached = new HashSet<>();

  /**
   * What the yield of {@code source} reaches.
   *
   * @param again whether the code may run again after it, as in a loop
   */
  Influence(BodyView body, Event.Call source, boolean again) {
    this.body = body;
    reached.add(new Value.Result(source.id()));
    int rounds = again ? 2 : 1;
    for (int round = 0; round < rounds; round++) {
      for (Event event : body.events()) {
        if (event.id() != source.id() && (again || event.id() > source.id())) {
          pass(event);
        }
      }
    }
  }

  private void pass(Event event) {
    if (event instanceof Event.Call call) {
      List<Value> inputs = inputs(call);
      if (inputs.stream().anyMatch(this::reaches)) {
        reached.add(new Value.Result(call.id()));
        boolean changes = CHANGES.matcher(call.target().name()).matches();
        call.receiver()
            .filter(each -> each instanceof Value.Result || changes)
            .ifPresent(reached::add);
        call.arguments().stream().filter(this::isMadeHere).forEach(reached::add);
      }
    } else if (event instanceof Event.FunctionObject function) {
      boolean bound =
          function.code() instanceof Event.Code.Reference reference
              && reference.receiver().filter(this::reaches).isPresent();
      if (bound || function.captures().values().stream().anyMatch(this::reaches)) {
        reached.add(new Value.Result(function.id()));
      }
    } else if (event instanceof Event.Write write && reaches(write.value())) {
      reached.add(write.target());
      if (write.target() instanceof Value.Element element) {
        reached.add(element.array());
      }
    }
  }

  private boolean isMadeHere(Value value) {
    return body.call(value).filter(call -> call.target().isConstructor()).isPresent();
  }

  private static List<Value> inputs(Event.Call call) {
    List<Value> inputs = new ArrayList<>(call.arguments());
    call.receiver().ifPresent(inputs::add);
    inputs.addAll(call.captures().values());
    return inputs;
  }

  /** Whether the value, or something it is made of, may depend on the source. */
  boolean reaches(Value value) {
    if (reached.contains(value) || value instanceof Value.Unknown) {
      return true;
    }
    if (value instanceof Value.Choice choice) {
      return choice.values().stream().anyMatch(this::reaches);
    } else if (value instanceof Value.Operation operation) {
      return operation.operands().stream().anyMatch(this::reaches);
    } else if (value instanceof Value.Element element) {
      return reaches(element.array());
    } else if (value instanceof Value.FieldValue field) {
      return field.receiver().filter(this::reaches).isPresent();
    }
    return false;
  }

  /** Whether an input of the call may depend on the source. */
  boolean reachesInto(Event.Call call) {
    return inputs(call).stream().anyMatch(this::reaches);
  }

  /** Whether the event only happens for some outcomes of the source. */
  boolean decides(Event event) {
    return body.guards(event).stream().map(Region.Branch::condition).anyMatch(this::reaches);
  }
}
