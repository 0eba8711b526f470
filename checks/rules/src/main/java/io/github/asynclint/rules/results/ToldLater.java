package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Does a later call on the same object fail if this one did: the commit of a transaction? */
final class ToldLater {
  private final Subject subject;

  ToldLater(Subject subject) {
    this.subject = subject;
  }

  boolean isTold(BodyView body, Event.Call call) {
    if (call.receiver().isEmpty()) {
      return false;
    }
    if (subject.resolution().gaps().inOrigin(body, call.receiver().get())) {
      return true;
    }
    Located asked = origin(body, call.receiver().get());
    Optional<BodyView> at = Optional.of(body);
    while (at.isPresent()) {
      if (tells(at.get(), asked)) {
        return true;
      }
      CallableId id = at.get().id();
      at =
          id.isLambda()
              ? subject.resolution().bodies().view(id.enclosing())
              : Optional.empty();
    }
    return false;
  }

  private boolean tells(BodyView body, Located asked) {
    return body.events().stream()
        .filter(Event.Call.class::isInstance)
        .map(Event.Call.class::cast)
        .filter(this::mayTell)
        .flatMap(call -> call.receiver().stream())
        .anyMatch(
            receiver ->
                subject.resolution().gaps().inOrigin(body, receiver)
                    || origin(body, receiver).equals(asked));
  }

  private boolean mayTell(Event.Call call) {
    return subject.model(call).is(Role.TELLS_EARLIER_FAILURES)
        || subject.resolution().gaps().inModel(call);
  }

  private Located origin(BodyView body, Value value) {
    return subject.resolution().origins().origin(new Located(body.id(), value));
  }
}
