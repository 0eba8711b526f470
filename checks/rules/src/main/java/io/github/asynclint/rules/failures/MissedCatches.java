package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.engine.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which catch clause waits in vain for the failure of async work that its try starts and returns?
 *
 * <p>A clause that something in the try may throw to at once has its use, and so has one that makes a
 * failed result of what it catches.
 */
public final class MissedCatches {
  private static final int MAX_CHAIN = 20;
  private static final String MISUSE = "java.lang.IllegalStateException";
  private static final String THROWABLE = "java.lang.Throwable";

  private final Subject subject;
  private final BodyView body;
  private final Hierarchy hierarchy;

  public MissedCatches(Subject subject) {
    this.subject = subject;
    this.body = subject.body();
    this.hierarchy = subject.resolution().hierarchy();
  }

  /** The clause that the failure of the call passes by. */
  public Optional<Region.Catch> of(Event.Call call) {
    Optional<Region> tried = innermostTry(call);
    if (tried.isEmpty() || !starts(call) || body.isInCatch(call)) {
      return Optional.empty();
    }
    Optional<Region.Catch> clause =
        Catches.clauses(body, tried.get().id()).stream()
            .filter(each -> each.types().stream().anyMatch(this::mayComeLate))
            .filter(this::goesOn)
            .findFirst();
    Set<Event> chain = new HashSet<>();
    return clause.isPresent()
            && isReturned(call, chain)
            && !throwsAtOnce(call)
            && nothingElseThrows(call, chain, tried.get().id())
        ? clause
        : Optional.empty();
  }

  private Optional<Region> innermostTry(Event.Call call) {
    return body.regions(call).stream()
        .filter(Region.Try.class::isInstance)
        .reduce((outer, inner) -> inner);
  }

  private boolean starts(Event.Call call) {
    MethodModel model = subject.model(call);
    return subject.yields(call).isAsync()
        && !call.target().isConstructor()
        && !model.is(Role.OPERATOR)
        && !model.is(Role.YIELDS_COMPLETE)
        && !model.is(Role.WRAPS_VALUE)
        && !model.is(Role.COMPLETES_AFTER_ALL)
        && !model.is(Role.MAKES_PROMISE)
        && !subject.resolution().gaps().inModel(call);
  }

  private boolean mayComeLate(String type) {
    return hierarchy.isComplete(type)
        && !ProgrammingErrors.include(hierarchy, type)
        && !hierarchy.isSubtype(type, MISUSE);
  }

  /** Whether the clause ends with something else than the failure, thrown or made a result of. */
  private boolean goesOn(Region.Catch clause) {
    return body.events().stream()
        .filter(event -> event.place().regions().contains(clause.id()))
        .noneMatch(event -> event instanceof Event.Throw || takesFailure(event));
  }

  private boolean takesFailure(Event event) {
    return event instanceof Event.Call call
        && (subject.yields(call).isAsync() || subject.model(call).is(Role.SETTLES))
        && call.target().parameters().stream()
            .anyMatch(type -> hierarchy.isSubtype(type, THROWABLE));
  }

  /** Whether the result, or a stage of its chain without a handler, is returned; collects the chain. */
  private boolean isReturned(Event.Call call, Set<Event> chain) {
    Event.Call at = call;
    for (int i = 0; i < MAX_CHAIN; i++) {
      chain.add(at);
      Value result = new Value.Result(at.id());
      List<BodyView.Use> uses = body.uses(result);
      if (uses.size() != 1 || subject.resolution().gaps().inUses(body, result)) {
        return false;
      }
      BodyView.Use use = uses.get(0);
      if (use.kind() == BodyView.UseKind.RETURNED) {
        return true;
      }
      if (use.kind() != BodyView.UseKind.RECEIVER) {
        return false;
      }
      at = (Event.Call) use.event();
      if (!subject.model(at).is(Role.OPERATOR)
          || subject.model(at).failure() != Failure.PASSED_ON
          || subject.resolution().gaps().inModel(at)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the method itself may throw, by its declaration or by what is seen of its body. */
  private boolean throwsAtOnce(Event.Call call) {
    if (declaresAny(call.target()) || subject.resolution().gaps().inReceiver(body, call)) {
      return true;
    }
    return subject.resolution().candidates(body, call).stream().anyMatch(this::throwsInside);
  }

  private boolean declaresAny(MethodRef method) {
    return !hierarchy.declaration(method).map(TypeFacts.Method::thrown).orElse(List.of()).isEmpty();
  }

  private boolean throwsInside(MethodRef method) {
    Optional<BodyView> helper = subject.resolution().bodies().view(method);
    return subject.resolution().gaps().inBody(method)
        || helper
            .filter(
                view ->
                    view.events().stream().anyMatch(Event.Throw.class::isInstance)
                        || new EscapingFailures(subject).of(view).isPresent())
            .isPresent();
  }

  /** Whether all else in the try is the way to the call, or known to throw nothing. */
  private boolean nothingElseThrows(Event.Call call, Set<Event> chain, int tryId) {
    Set<Event> known = new HashSet<>(chain);
    Optional<Event.Call> at = call.receiver().flatMap(body::call);
    while (at.isPresent() && known.add(at.get())) {
      at = at.get().receiver().flatMap(body::call);
    }
    return body.events().stream()
        .filter(event -> event.place().regions().contains(tryId))
        .allMatch(event -> isQuiet(event, known));
  }

  private boolean isQuiet(Event event, Set<Event> known) {
    if (!(event instanceof Event.Call call)) {
      return !(event instanceof Event.Throw);
    }
    return !declaresAny(call.target())
        && (known.contains(call) || subject.model(call).safe() || isTrivial(call));
  }

  /** A method of the program that calls nothing and throws nothing, such as an accessor. */
  private boolean isTrivial(Event.Call call) {
    Optional<MethodRef> target = subject.resolution().target(body, call);
    return target.isPresent()
        && !subject.resolution().gaps().inBody(target.get())
        && subject
            .resolution()
            .bodies()
            .view(target.get())
            .map(
                view ->
                    view.events().stream()
                        .noneMatch(
                            event ->
                                event instanceof Event.Throw
                                    || event instanceof Event.Call inner
                                        && !inner.target().isConstructor()))
            .orElseGet(() -> subject.resolution().hierarchy().isComplete(target.get().owner()));
  }
}
