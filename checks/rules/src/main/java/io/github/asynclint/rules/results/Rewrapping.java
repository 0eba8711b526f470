package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Does an operator unwrap what its callback has just wrapped: {@code thenCompose(x -> completedFuture(f(x)))},
 * which is {@code thenApply(x -> f(x))}?
 *
 * @param plain the operator that takes the plain value
 * @param wrapping the calls that wrap; none where the callback is a reference to such a method
 */
public record Rewrapping(String plain, List<Event.Call> wrapping) {
  public Rewrapping {
    wrapping = List.copyOf(wrapping);
  }

  /** What the call does needlessly, if it does. */
  public static Optional<Rewrapping> of(Subject subject, Event.Call call) {
    MethodModel model = subject.model(call);
    List<Integer> flattened =
        IntStream.range(0, call.arguments().size())
            .filter(i -> model.callbackResults().get(i) == CallbackResult.FLATTENED)
            .boxed()
            .toList();
    if (flattened.size() != 1 || subject.resolution().gaps().inModel(call)) {
      return Optional.empty();
    }
    Value callback = call.arguments().get(flattened.get(0));
    List<Event.Call> wrapping = wrappedValues(subject, callback);
    // What the callback calls may block, which another rule then says. Asked last: it reads all bodies.
    if (!wrapping.isEmpty() && subject.resolution().gaps().inBodies()) {
      wrapping = List.of();
    }
    return wrapping.isEmpty() && !isWrapper(subject, callback)
        ? Optional.empty()
        : rewrapping(subject, call, wrapping);
  }

  private static Optional<Rewrapping> rewrapping(
      Subject subject, Event.Call call, List<Event.Call> wrapping) {
    return plainTwin(subject, call).map(plain -> new Rewrapping(plain, wrapping));
  }

  /** Whether the callback is a reference to a method that wraps. */
  private static boolean isWrapper(Subject subject, Value callback) {
    return Callbacks.function(subject, subject.body(), callback)
        .filter(function -> function.code() instanceof Event.Code.Reference)
        .map(function -> (Event.Code.Reference) function.code())
        .filter(reference -> subject.resolution().model(reference).is(Role.WRAPS_VALUE))
        .isPresent();
  }

  /** The calls that wrap the values which the callback returns; empty if some value is not wrapped. */
  private static List<Event.Call> wrappedValues(Subject subject, Value callback) {
    return Callbacks.body(subject, subject.body(), callback)
        .filter(
            body ->
                body.events().stream()
                    .filter(Event.Call.class::isInstance)
                    .allMatch(
                        each ->
                            !subject.resolution().gaps().inModel((Event.Call) each)
                                && subject.effects().ofCall(body, (Event.Call) each).isEmpty()))
        .map(
            body -> {
              List<Optional<Event.Call>> calls =
                  body.returned().stream()
                      .map(
                          value ->
                              body.call(value)
                                  .filter(each -> subject.model(each).is(Role.WRAPS_VALUE)))
                      .toList();
              return calls.stream().allMatch(Optional::isPresent)
                  ? calls.stream().map(Optional::get).toList()
                  : List.<Event.Call>of();
            })
        .orElse(List.of());
  }

  /** The operator of the same type whose flattening twin this one is. */
  private static Optional<String> plainTwin(Subject subject, Event.Call call) {
    String owner = call.target().owner();
    return subject.resolution().program().type(owner).stream()
        .flatMap(type -> type.methods().stream())
        .map(TypeFacts.Method::ref)
        .filter(
            method ->
                subject
                    .resolution()
                    .models()
                    .method(method, owner)
                    .flatTwin()
                    .filter(call.target().name()::equals)
                    .isPresent())
        .map(method -> method.name())
        .findFirst();
  }
}
