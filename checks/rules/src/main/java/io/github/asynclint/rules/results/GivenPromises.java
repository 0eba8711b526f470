package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Is a call given a promise or future that its caller has in hand anyway, so that it loses nothing? */
final class GivenPromises {
  private final Subject subject;

  GivenPromises(Subject subject) {
    this.subject = subject;
  }

  /** Who hands over a promise watches that; a promise made for the call alone is watched by nobody. */
  boolean takesOne(BodyView body, Event.Call call) {
    List<String> types = call.target().parameters();
    for (int i = 0; i < types.size() && i < call.arguments().size(); i++) {
      if ((subject.kindOf(types.get(i)) == TypeModel.Kind.PROMISE
              || subject.resolution().gaps().inType(types.get(i)))
          && !isForThisAlone(body, call.arguments().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isForThisAlone(BodyView body, Value value) {
    Optional<Event.Call> made = body.call(value);
    return value.equals(Value.NULL)
        || (made.isPresent()
            && body.usesOfResult(made.get()).size() == 1
            && !subject.resolution().gaps().inUses(body, value)
            && !Drops.mayIgnore(subject, made.get().target(), subject.model(made.get())));
  }

  /** Whether a helper hands back an argument that its caller has in hand anyway. */
  boolean yieldsArgument(BodyView body, Event.Call call, MethodRef target) {
    return subject
        .resolution()
        .bodies()
        .view(target)
        .map(BodyView::returned)
        .filter(values -> !values.isEmpty())
        .filter(
            values ->
                values.stream()
                    .allMatch(
                        value ->
                            Gaps.inValue(value)
                                || value instanceof Value.Parameter parameter
                                && parameter.index() < call.arguments().size()
                                && !isForThisAlone(
                                    body, call.arguments().get(parameter.index()))))
        .isPresent();
  }
}
