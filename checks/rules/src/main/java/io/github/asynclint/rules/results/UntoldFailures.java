package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is the failure of a task surely told by nobody but the future that it runs in?
 *
 * <p>Most tasks of an application that are started and forgotten log what goes wrong, or keep it for somebody.
 * So all that a task runs in the program must be known, and catch nothing but to throw it again.
 */
final class UntoldFailures {
  private static final int DEPTH = 5;

  private final Subject subject;
  private final Set<MethodRef> seen = new HashSet<>();

  private UntoldFailures(Subject subject) {
    this.subject = subject;
  }

  /** Whether that is so of all tasks that the call is given, of which there is one. */
  static boolean areOfTasks(Subject subject, BodyView body, Event.Call call) {
    UntoldFailures failures = new UntoldFailures(subject);
    List<Boolean> tasks = new ArrayList<>();
    for (Value argument : call.arguments()) {
      Callbacks.function(subject, body, argument)
          .map(function -> failures.leaves(body, function, DEPTH))
          .or(() ->
              Callbacks.body(subject, body, argument).map(task -> failures.leave(task, DEPTH)))
          .ifPresent(tasks::add);
    }
    return !tasks.isEmpty() && !tasks.contains(false);
  }

  private boolean leave(BodyView body, int depth) {
    return body.callable().body().regions().stream()
            .filter(Region.Catch.class::isInstance)
            .allMatch(caught -> onlyWraps(body, caught))
        && body.calls().stream().allMatch(call -> leaves(body, call, depth))
        && body.functions().stream().allMatch(function -> leaves(body, function, depth));
  }

  /** {@code catch (IOException e) { throw new UncheckedIOException(e); }}. */
  private static boolean onlyWraps(BodyView body, Region caught) {
    List<Event> inside =
        body.events().stream().filter(event -> body.regions(event).contains(caught)).toList();
    return inside.stream().anyMatch(Event.Throw.class::isInstance)
        && inside.stream()
            .allMatch(
                event ->
                    event instanceof Event.Throw
                        || event instanceof Event.Call call && call.target().isConstructor());
  }

  private boolean leaves(BodyView body, Event.Call call, int depth) {
    return !subject.resolution().gaps().inModel(call)
        && leaves(call.target(), subject.resolution().target(body, call), depth);
  }

  private boolean leaves(BodyView body, Event.FunctionObject function, int depth) {
    if (function.code() instanceof Event.Code.LambdaBody lambda) {
      return subject.resolution().bodies().view(lambda.callable())
          .filter(inner -> depth > 0 && leave(inner, depth - 1))
          .isPresent();
    }
    Event.Code.Reference reference = (Event.Code.Reference) function.code();
    return leaves(reference.method(), subject.resolution().target(body, reference), depth);
  }

  private boolean leaves(MethodRef named, Optional<MethodRef> target, int depth) {
    if (target.filter(this::isOfProgram).isPresent()) {
      return leaves(target.get(), depth);
    }
    // A function that is passed in may be anything.
    return !isOfProgram(named)
        && subject.resolution().hierarchy().functionalMethod(named.owner()).isEmpty();
  }

  private boolean leaves(MethodRef method, int depth) {
    return !seen.add(method)
        || depth > 0
            && subject.resolution().bodies().view(method)
                .filter(helper -> leave(helper, depth - 1))
                .isPresent();
  }

  private boolean isOfProgram(MethodRef method) {
    return subject.resolution().program().origin(method.owner()) == Program.Origin.PROGRAM;
  }
}
