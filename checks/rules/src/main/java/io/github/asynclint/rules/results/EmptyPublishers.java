package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Does a publisher end without ever emitting a value, and which call makes it so?
 *
 * <p>Facts know erased types only, so that a {@code Mono<Void>} is known by the call that it comes from.
 */
public final class EmptyPublishers {
  private static final int DEPTH = 12;

  private final Subject subject;

  public EmptyPublishers(Subject subject) {
    this.subject = subject;
  }

  /** What the call is named after which no value can come. */
  public Optional<String> cause(BodyView body, Value publisher) {
    return cause(body, publisher, DEPTH);
  }

  private Optional<String> cause(BodyView body, Value publisher, int depth) {
    Optional<Event.Call> call = body.call(publisher);
    if (depth == 0 || call.isEmpty() || subject.resolution().gaps().inModel(call.get())) {
      return Optional.empty();
    }
    MethodModel model = subject.model(call.get());
    if (model.is(Role.YIELDS_NOTHING)) {
      return Optional.of(call.get().target().name());
    }
    if (model.is(Role.PASSES_ON) && call.get().receiver().isPresent()) {
      return cause(body, call.get().receiver().get(), depth - 1);
    }
    return model.isNone() && isOfHelpers(body, call.get(), depth)
        ? Optional.of(call.get().target().name())
        : Optional.empty();
  }

  /** Whether the call runs helpers of the program all of whose results are empty. */
  private boolean isOfHelpers(BodyView body, Event.Call call, int depth) {
    List<MethodRef> targets = Helpers.of(subject, body, call);
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(
                target ->
                    subject
                        .resolution()
                        .bodies()
                        .view(target)
                        .filter(view -> !view.returned().isEmpty())
                        .filter(
                            view ->
                                view.returned().stream()
                                    .allMatch(
                                        value -> cause(view, value, depth - 1).isPresent()))
                        .isPresent());
  }
}
