package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.model.MethodModel.Failure;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Does a dropped chain lose the failure of the call that it starts with?
 *
 * <p>It does only if that call's future is in nobody else's hands and no stage of the chain has a
 * handler. A handler further up leaves the failures of the later callbacks alone, which is too little
 * to speak of.
 */
public final class LostFailures {
  private static final int MAX_CHAIN = 20;

  private final Subject subject;
  private final BodyView body;

  public LostFailures(Subject subject) {
    this.subject = subject;
    this.body = subject.body();
  }

  /** Whether a stage consumes the value that it is given, or is there to look at the failure. */
  public static boolean endsChain(MethodModel model) {
    return model.failure() != Failure.PASSED_ON
        || (model.is(Role.OPERATOR)
            && model.callbackResults().containsValue(CallbackResult.IGNORED));
  }

  /** Whether the stage's callback uses nothing that it is given: it may be meant to run either way. */
  public boolean runsEitherWay(Event.Call stage) {
    return subject.model(stage).failure() == Failure.HANDLED_IF_READ
        && callbacks(stage).anyMatch(LostFailures::usesNoParameter);
  }

  private static boolean usesNoParameter(BodyView callback) {
    return IntStream.range(0, callback.callable().parameters().size())
        .allMatch(index -> callback.uses(new Value.Parameter(index)).isEmpty());
  }

  /** The call whose failure nobody sees when the stage is dropped. */
  public Optional<Event.Call> lostBy(Event.Call stage) {
    Event.Call at = stage;
    for (int i = 0; i < MAX_CHAIN; i++) {
      if (subject.resolution().gaps().inModel(at) || looksAtFailure(at)) {
        return Optional.empty();
      }
      if (!subject.model(at).is(Role.OPERATOR)) {
        return losesItsOwn(at) ? Optional.of(at) : Optional.empty();
      }
      Optional<Event.Call> source = at.receiver().flatMap(body::call);
      if (source.isEmpty() || isLookedAt(source.get(), 0)) {
        return Optional.empty();
      }
      at = source.get();
    }
    return Optional.empty();
  }

  private boolean looksAtFailure(Event.Call call) {
    return subject.model(call).failure() != Failure.PASSED_ON
        && (HandledFailures.isHandled(subject, body, new Value.Result(call.id()), 0)
            || callbacks(call).anyMatch(callback -> asksForNull(callback, 0)));
  }

  private Stream<BodyView> callbacks(Event.Call call) {
    return call.arguments().stream()
        .flatMap(argument -> Callbacks.lambdaBody(subject, body, argument).stream());
  }

  /**
   * Whether the body asks whether it is given null, or a value that null does not equal; {@code if
   * (result != null)} in a handler tells a failure from a success as well.
   */
  public static boolean asksForNull(BodyView body, int parameter) {
    return body.callable().body().regions().stream()
        .filter(Region.Branch.class::isInstance)
        .map(region -> ((Region.Branch) region).condition())
        .anyMatch(
            condition ->
                Gaps.inValue(condition)
                    || isComparison(body, condition, new Value.Parameter(parameter))
                    || condition instanceof Value.Operation compared
                        && compared.operands().contains(new Value.Parameter(parameter))
                        && (compared.operands().contains(Value.NULL)
                            || compared.operator().startsWith("instanceof ")));
  }

  private static boolean isComparison(BodyView body, Value condition, Value compared) {
    List<Value> parts =
        condition instanceof Value.Operation operation ? operation.operands() : List.of(condition);
    return parts.stream()
        .flatMap(part -> body.call(part).stream())
        .anyMatch(
            call -> call.target().name().equals("equals") && call.arguments().contains(compared));
  }

  /** Whether anything but a stage that ignores the failure gets hold of the call's result. */
  private boolean isLookedAt(Event.Call call, int depth) {
    Value result = new Value.Result(call.id());
    return depth > MAX_CHAIN
        || subject.resolution().gaps().inUses(body, result)
        || body.uses(result).stream()
            .anyMatch(
                use ->
                    use.kind() != BodyView.UseKind.RECEIVER
                        || isLookedAtBy((Event.Call) use.event(), depth));
  }

  private boolean isLookedAtBy(Event.Call stage, int depth) {
    return subject.resolution().gaps().inModel(stage)
        || !subject.model(stage).is(Role.OPERATOR)
        || looksAtFailure(stage)
        || isLookedAt(stage, depth + 1);
  }

  /** Whether the call starts work that may fail, and hands out the only handle to it. */
  private boolean losesItsOwn(Event.Call call) {
    if (subject.model(call).is(Role.COMPLETES_AFTER_ALL)) {
      return elements(call).stream().anyMatch(this::losesItsOwn);
    }
    return subject.yields(call).isFuture()
        && !subject.model(call).is(Role.YIELDS_COMPLETE)
        && !isDerived(call)
        && !isMadeOfOthers(call)
        && !Drops.mayIgnore(subject, body, call)
        && !HarmlessWork.cannotFail(subject, body, call)
        && !HandledFailures.isHandled(subject, body, new Value.Result(call.id()), 0);
  }

  /**
   * Whether a library's function is given futures, or what may be a collection of them, and nothing else:
   * their failures are known where they were made, or not at all.
   */
  private boolean isMadeOfOthers(Event.Call call) {
    return call.dispatch() == Event.Dispatch.STATIC
        && subject.model(call).isNone()
        && !Helpers.isOfProgram(subject, call.target())
        && !call.arguments().isEmpty()
        && call.target().parameters().stream().allMatch(this::mayHoldFutures);
  }

  private boolean mayHoldFutures(String type) {
    return type.endsWith("[]")
        || subject.kindOf(type).isAsync()
        || subject.resolution().hierarchy().isSubtype(type, "java.lang.Iterable")
        || Callbacks.isStream(subject, type);
  }

  /** The future of a promise belongs to whoever completes it; a publisher may have its own handlers. */
  private boolean isDerived(Event.Call call) {
    return call.receiver().isPresent() && subject.kindOf(call.receiverType()).isAsync();
  }

  /** The calls whose futures, and nobody else's, a combinator is given one by one. */
  private List<Event.Call> elements(Event.Call combinator) {
    List<Value> values =
        combinator.arguments().stream()
            .flatMap(argument -> (isArray(argument) ? written(argument) : List.of(argument)).stream())
            .toList();
    boolean fresh =
        values.stream()
            .allMatch(
                value ->
                    !Gaps.inValue(value)
                        && body.call(value).isPresent()
                        && body.uses(value).size() == 1
                        && !subject.resolution().gaps().inUses(body, value));
    return fresh ? values.stream().flatMap(value -> body.call(value).stream()).toList() : List.of();
  }

  private boolean isArray(Value value) {
    return value instanceof Value.Result result
        && body.events().get(result.event()) instanceof Event.NewArray;
  }

  private List<Value> written(Value array) {
    return body.events().stream()
        .filter(Event.Write.class::isInstance)
        .map(Event.Write.class::cast)
        .filter(write -> write.target().equals(new Value.Element(array)))
        .map(Event.Write::value)
        .toList();
  }
}
