package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.CallbackResult;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does a callback yield, and what does it do with its parameters? */
public final class Callbacks {
  private Callbacks() {}

  /**
   * The calls whose results the callback yields, also as an expression whose value its interface drops;
   * the referenced method itself for a reference.
   */
  public static List<MethodRef> results(Subject subject, BodyView body, Value argument) {
    Optional<Event.FunctionObject> function = function(subject, body, argument);
    if (function.isEmpty()) {
      return objectBody(subject, body, argument).map(Callbacks::returnedCalls).orElse(List.of());
    }
    if (function.get().code() instanceof Event.Code.Reference reference) {
      return List.of(reference.method());
    }
    Event.Code.LambdaBody lambda = (Event.Code.LambdaBody) function.get().code();
    List<MethodRef> calls = new ArrayList<>();
    subject
        .resolution()
        .bodies()
        .view(lambda.callable())
        .ifPresent(
            view ->
                {
                  calls.addAll(returnedCalls(view));
                  view.events().stream()
                      .filter(Event.Call.class::isInstance)
                      .map(Event.Call.class::cast)
                      .filter(call -> call.sink() == Event.Sink.VOID_LAMBDA)
                      .forEach(call -> calls.add(call.target()));
                });
    return calls;
  }

  private static List<MethodRef> returnedCalls(BodyView view) {
    List<MethodRef> calls = new ArrayList<>();
    if (view.returned().stream().anyMatch(Gaps::inValue)) {
      return calls;
    }
    view.returned()
        .forEach(value -> view.call(value).ifPresent(call -> calls.add(call.target())));
    return calls;
  }

  /** The one method of an anonymous class that the value is an object of. */
  private static Optional<BodyView> objectBody(Subject subject, BodyView body, Value argument) {
    List<BodyView> methods =
        body
            .call(argument)
            .filter(call -> call.target().isConstructor())
            .map(call -> subject.resolution().bodies().ofType(call.target().owner()))
            .orElse(List.of())
            .stream()
            .filter(view -> !view.id().isLambda())
            .filter(view -> !view.id().method().isConstructor())
            .filter(view -> !view.id().method().isStaticInitializer())
            .toList();
    return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
  }

  /** Whether a function object goes to an operator that nests what it yields: NestedFuture's case. */
  public static boolean isNested(Subject subject, BodyView body, Event.FunctionObject function) {
    if (subject.resolution().gaps().inUses(body, new Value.Result(function.id()))) {
      return true;
    }
    for (BodyView.Use use : body.usesOfResult(function)) {
      if (use.kind() == BodyView.UseKind.ARGUMENT
          && subject.model((Event.Call) use.event()).callbackResults().get(use.index())
              == CallbackResult.WRAPPED) {
        return true;
      }
    }
    return false;
  }

  /** Whether the body under check is a lambda whose result an operator nests. */
  public static boolean isNested(Subject subject) {
    if (!subject.id().isLambda()) {
      return false;
    }
    Optional<BodyView> outer = subject.resolution().bodies().view(subject.id().enclosing());
    return outer.isPresent()
        && subject
            .resolution()
            .bodies()
            .creation(subject.id())
            .filter(function -> isNested(subject, outer.get(), function))
            .isPresent();
  }

  /** The function object that the value is, in the body or at its origin outside. */
  public static Optional<Event.FunctionObject> function(Subject subject, BodyView body, Value argument) {
    Optional<Event.FunctionObject> here = body.function(argument);
    if (here.isPresent()) {
      return here;
    }
    Located origin =
        subject.resolution().origins().origin(new Located(body.id(), argument));
    return subject
        .resolution()
        .bodies()
        .view(origin.body())
        .flatMap(view -> view.function(origin.value()));
  }

  /** The body of the lambda, or of the anonymous class's one method, that the value is. */
  public static Optional<BodyView> body(Subject subject, BodyView body, Value argument) {
    Optional<BodyView> lambda = lambdaBody(subject, body, argument);
    return lambda.isPresent() ? lambda : objectBody(subject, body, argument);
  }

  /** The body of the lambda that the value is; empty for a reference. */
  public static Optional<BodyView> lambdaBody(Subject subject, BodyView body, Value argument) {
    return function(subject, body, argument)
        .filter(function -> function.code() instanceof Event.Code.LambdaBody)
        .flatMap(
            function ->
                subject
                    .resolution()
                    .bodies()
                    .view(((Event.Code.LambdaBody) function.code()).callable()));
  }

  /** Whether values of the type are streams, whose operations run when the last one asks. */
  public static boolean isStream(Subject subject, String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.util.stream.BaseStream");
  }

  /** Whether the value is, or may be, a stream that somebody else has made. */
  public static boolean mayBeStream(Subject subject, BodyView body, Value value) {
    return subject
        .resolution()
        .origins()
        .staticType(new Located(body.id(), value))
        .map(type -> isStream(subject, type))
        .orElse(true);
  }
}
