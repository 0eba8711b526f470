package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.Callbacks;
import io.github.asynclint.rules.results.KeptResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which waits of a stream follow, element by element, the operation that starts the work: {@code
 * map(this::load).map(CompletableFuture::join)}?
 */
public final class LazyStreams {
  private LazyStreams() {}

  /** The references in the body, and the calls when the body is itself such a function. */
  public static List<Event> waits(Subject subject) {
    List<Event> found = new ArrayList<>();
    for (Event.FunctionObject function : subject.functions()) {
      if (function.code() instanceof Event.Code.Reference reference
          && reference.receiver().isEmpty()
          && Wait.waits(subject.resolution().model(reference))
          && followsStart(subject, subject.body(), function)) {
        found.add(function);
      }
    }
    for (Event.Call call : subject.calls()) {
      if (Wait.isWait(subject, call)
          && call.receiver().filter(new Value.Parameter(0)::equals).isPresent()
          && isFunctionAfterStart(subject)) {
        found.add(call);
      }
    }
    return found;
  }

  private static boolean isFunctionAfterStart(Subject subject) {
    if (subject.id().isLambda()) {
      Optional<Event.FunctionObject> creation =
          subject.resolution().bodies().creation(subject.id());
      return subject
          .resolution()
          .bodies()
          .view(subject.id().enclosing())
          .filter(near -> creation.isPresent() && followsStart(subject, near, creation.get()))
          .isPresent();
    }
    List<CallIndex.CallSite> sites =
        subject.resolution().index().creations(subject.id().method().owner());
    return sites.size() == 1 && followsStart(subject, sites.get(0).body(), sites.get(0).call());
  }

  /** Whether an operation above in the same stream starts the work, with nothing that gathers between. */
  private static boolean followsStart(Subject subject, BodyView body, Event function) {
    if (!Repeated.isGivenElements(subject, body, function)) {
      return false;
    }
    Event.Call operation = (Event.Call) body.usesOfResult(function).get(0).event();
    Optional<Event.Call> above = operation.receiver().flatMap(body::call);
    while (above.isPresent() && subject.model(above.get()).is(Role.ITERATES)) {
      Event.Call at = above.get();
      if (at.arguments().stream().anyMatch(each -> startsWork(subject, body, each))) {
        return true;
      }
      above = at.receiver().flatMap(body::call);
    }
    return false;
  }

  /** Whether the function starts async work for its element, and yields that. */
  private static boolean startsWork(Subject subject, BodyView body, Value argument) {
    Optional<Event.Code.Reference> reference =
        Callbacks.function(subject, body, argument)
            .map(Event.FunctionObject::code)
            .filter(Event.Code.Reference.class::isInstance)
            .map(Event.Code.Reference.class::cast);
    if (reference.isPresent()) {
      // CompletionStage::toCompletableFuture only shows what runs already.
      return subject.kindOf(reference.get().method().returnType()).isAsync()
          && !subject.kindOf(reference.get().method().owner()).isAsync()
          && !subject.resolution().gaps().inType(reference.get().method().owner())
          && !new KeptResults(subject).isKept(body, reference.get());
    }
    return Callbacks.body(subject, body, argument)
        .filter(code -> !code.returned().isEmpty())
        .filter(
            code ->
                code.returned().stream()
                    .allMatch(
                        value ->
                            code.call(value)
                                .filter(call -> Started.byItself(subject, code, call))
                                .isPresent()))
        .isPresent();
  }
}
