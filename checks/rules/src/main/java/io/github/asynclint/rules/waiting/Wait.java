package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which call of the same body started what a call waits for?
 *
 * @param call the call that waits
 * @param chain the operators between, from the wait upwards
 * @param start the call that yields the future or builds the publisher
 */
public record Wait(Event.Call call, List<Event.Call> chain, Event.Call start) {
  private static final int LONGEST_CHAIN = 20;

  public Wait {
    chain = List.copyOf(chain);
  }

  /** The wait that a call is; empty where what it waits for was started elsewhere. */
  public static Optional<Wait> of(Subject subject, BodyView body, Event.Call call) {
    if (!isWait(subject, call) || subject.resolution().gaps().inModel(call)) {
      return Optional.empty();
    }
    List<Event.Call> chain = new ArrayList<>();
    Optional<Value> at =
        call.receiver().isPresent() ? call.receiver() : call.arguments().stream().findFirst();
    while (at.isPresent() && chain.size() < LONGEST_CHAIN) {
      Optional<Event.Call> above = body.call(at.get());
      if (above.isEmpty()
          || subject.resolution().gaps().inModel(above.get())
          || subject.resolution().gaps().inUses(body, at.get())) {
        return Optional.empty();
      }
      MethodModel model = subject.model(above.get());
      boolean passesOn = model.is(Role.OPERATOR) || model.is(Role.SAME);
      if (!passesOn || above.get().receiver().isEmpty()) {
        return Optional.of(new Wait(call, chain, above.get()));
      }
      chain.add(above.get());
      at = above.get().receiver();
    }
    return Optional.empty();
  }

  /** Whether the call itself waits for a future or publisher that it is called on or given. */
  public static boolean isWait(Subject subject, Event.Call call) {
    return waits(subject.model(call))
        && (call.receiver().isPresent() || !call.arguments().isEmpty());
  }

  public static boolean waits(MethodModel model) {
    return model
        .effect()
        .filter(effect -> effect.kind() == EffectModel.Kind.WAITS)
        .isPresent();
  }

  /** Whether the wait ends after some time at the latest. */
  public boolean isTimed() {
    return call.target().parameters().size() > (call.receiver().isPresent() ? 0 : 1);
  }
}
