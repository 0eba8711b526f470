package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Has somebody looked at the failure of an async result? */
public final class HandledFailures {
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
        if (!model.equals(MethodModel.NONE)) {
          return addsNoFailure(subject, body, call.get(), model)
              && isHandled(subject, body, call.get().receiver().get(), depth + 1);
        }
      }
    }
    return subject
        .resolution()
        .target(body, call.get())
        .map(target -> returnsHandled(subject, target, depth))
        .orElseGet(
            () -> subject.resolution().gaps().inReceiver(body, call.get()));
  }

  /** Whether an operator can only fail as its source does, or is there to run after a failure. */
  private static boolean addsNoFailure(
      Subject subject, BodyView body, Event.Call call, MethodModel model) {
    return model.is(MethodModel.Role.OPERATOR)
        && call.receiver().isPresent()
        && (model.is(MethodModel.Role.RUNS_ON_FAILURE)
            || HarmlessWork.areTrivial(subject, body, call));
  }

  /** Whether every stage that the method returns has its failure handled. */
  public static boolean returnsHandled(Subject subject, MethodRef target, int depth) {
    return subject
        .resolution()
        .bodies()
        .view(target)
        .map(
            helper ->
                !helper.returned().isEmpty()
                    && helper.returned().stream()
                        .allMatch(value -> isHandled(subject, helper, value, depth + 1)))
        .orElseGet(() -> subject.resolution().gaps().inBody(target));
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
