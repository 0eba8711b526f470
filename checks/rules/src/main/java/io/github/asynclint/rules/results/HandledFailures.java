package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has somebody looked at the failure of an async result? */
public final class HandledFailures {
  private static final int MAX_VIRTUAL_DEPTH = 2;

  private HandledFailures() {}

  /**
   * Whether the failure of the stage that the value is has been looked at: by a handler at the end of
   * its chain, or inside the helper of the program that returns it.
   */
  public static boolean isHandled(Subject subject, BodyView body, Value value, int depth) {
    Optional<Event.Call> call = body.call(value);
    if (call.isEmpty() || depth > 5) {
      return Gaps.inValue(value);
    }
    if (subject.resolution().gaps().inModel(call.get())) {
      return true;
    }
    MethodModel model = subject.model(call.get());
    switch (model.failure()) {
      case HANDLED -> {
        return true;
      }
      case HANDLED_IF_READ -> {
        return call.get().arguments().stream()
            .anyMatch(argument -> readsThrowable(subject, body, argument));
      }
      case PASSED_ON -> {
        if (model.is(MethodModel.Role.SAME) && call.get().receiver().isPresent()) {
          return isHandled(subject, body, call.get().receiver().get(), depth + 1);
        } else if (model.is(MethodModel.Role.COMPLETES_AFTER_ALL)) {
          return areHandled(subject, body, call.get(), depth + 1);
        } else if (!model.isNone()) {
          return addsNoFailure(subject, body, call.get(), model)
              && (isUsedOtherwise(subject, body, call.get())
                  || isHandled(subject, body, call.get().receiver().get(), depth + 1));
        }
      }
    }
    List<MethodRef> targets =
        depth <= MAX_VIRTUAL_DEPTH
            ? Helpers.of(subject, body, call.get())
            : subject.resolution().target(body, call.get()).stream().toList();
    return targets.isEmpty()
        ? subject.resolution().gaps().inReceiver(body, call.get())
        : targets.stream().allMatch(target -> returnsHandled(subject, target, depth));
  }

  /** Whether each of the futures that the call brings together is handled. */
  private static boolean areHandled(
      Subject subject, BodyView body, Event.Call call, int depth) {
    List<Value> all = new ArrayList<>();
    for (Value argument : call.arguments()) {
      Value element = new Value.Element(argument);
      List<Value> written =
          body.events().stream()
              .filter(event -> event instanceof Event.Write write && write.target().equals(element))
              .map(event -> ((Event.Write) event).value())
              .toList();
      all.addAll(written.isEmpty() ? List.of(argument) : written);
    }
    return !all.isEmpty() && all.stream().allMatch(each -> isHandled(subject, body, each, depth));
  }

  /** Whether somebody has the stage in hand that an operator was attached to: its failure is known. */
  private static boolean isUsedOtherwise(
      Subject subject, BodyView body, Event.Call operator) {
    Value stage = operator.receiver().get();
    return subject.resolution().gaps().inUses(body, stage)
        || body.uses(stage).stream()
            .anyMatch(
                use ->
                    use.event() != operator
                        && (use.kind() == BodyView.UseKind.RETURNED
                            || use.kind() == BodyView.UseKind.ARGUMENT
                            || (use.kind() == BodyView.UseKind.RECEIVER
                                && takesFailure(subject, (Event.Call) use.event()))));
  }

  private static boolean takesFailure(Subject subject, Event.Call call) {
    return call.sink() == Event.Sink.USED
        || subject.model(call).failure() != MethodModel.Failure.PASSED_ON;
  }

  /** Whether an operator can only fail as its source does, or is there to run after a failure. */
  private static boolean addsNoFailure(
      Subject subject, BodyView body, Event.Call call, MethodModel model) {
    return model.is(MethodModel.Role.OPERATOR)
        && call.receiver().isPresent()
        && (model.is(MethodModel.Role.RUNS_ON_FAILURE)
            || isPlain(subject, call)
            || HarmlessWork.areTrivial(subject, body, call)
            || new GivenPromises(subject).yieldsHeld(body, call));
  }

  /** A step on a future that is given nothing to run or to wait for: {@code mapEmpty()}. */
  private static boolean isPlain(Subject subject, Event.Call call) {
    return call.arguments().isEmpty() && subject.kindOf(call.receiverType()).isFuture();
  }

  /** Whether every stage that the method returns has its failure handled. */
  public static boolean returnsHandled(Subject subject, MethodRef target, int depth) {
    return Helpers.yieldOnly(
        subject, target, (helper, value) -> isHandled(subject, helper, value, depth + 1));
  }

  /** Whether the callback reads its last parameter; a reference passes it on, which counts. */
  private static boolean readsThrowable(Subject subject, BodyView body, Value argument) {
    Optional<Event.FunctionObject> function = body.function(argument);
    if (function.isEmpty()) {
      return true;
    }
    if (!(function.get().code() instanceof Event.Code.LambdaBody lambda)) {
      return true;
    }
    return subject
        .resolution()
        .bodies()
        .view(lambda.callable())
        .map(
            view -> {
              int last = view.callable().parameters().size() - 1;
              Value throwable = new Value.Parameter(last);
              return last < 0
                  || !view.uses(throwable).isEmpty()
                  || !view.uses(Value.UNKNOWN).isEmpty();
            })
        .orElse(true);
  }
}
