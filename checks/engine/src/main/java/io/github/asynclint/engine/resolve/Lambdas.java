package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How does a method read whose anonymous classes are lambdas, if they are but functions? */
final class Lambdas {
  private final FunctionClasses classes;
  private final String type;
  private final List<Callable> lambdas = new ArrayList<>();

  /** A class is created in one place; more can only be in class files that no compiler made. */
  private final Set<String> replaced = new HashSet<>();

  private Lambdas(FunctionClasses classes, String type) {
    this.classes = classes;
    this.type = type;
  }

  static MethodCode of(MethodCode code, FunctionClasses classes) {
    if (!creates(code.method(), classes)
        && code.lambdas().stream().noneMatch(lambda -> creates(lambda, classes))) {
      return code;
    }
    Lambdas made = new Lambdas(classes, code.method().type());
    Callable method = made.rewrite(code.method(), code, code.method().id(), Values.SAME);
    return new MethodCode(method, made.lambdas);
  }

  private static boolean creates(Callable callable, FunctionClasses classes) {
    return callable.body().events().stream().anyMatch(event -> function(event, classes).isPresent());
  }

  private static Optional<FunctionClasses.Function> function(Event event, FunctionClasses classes) {
    return event instanceof Event.Call call
            && call.target().isConstructor()
            && call.receiver().isEmpty()
            && call.arguments().isEmpty()
        ? classes.function(call.target().owner())
        : Optional.empty();
  }

  /** The body under its new identity; the lambdas in it are added in the order of their creation. */
  private Callable rewrite(Callable from, MethodCode code, CallableId id, Values values) {
    List<Event> events = new ArrayList<>();
    int ordinal = 0;
    for (Event event : from.body().events()) {
      Event written = values.map(event);
      Optional<FunctionClasses.Function> made =
          function(event, classes).filter(each -> replaced.add(each.body().owner()));
      if (made.isPresent()) {
        Event.Call creation = (Event.Call) written;
        MethodCode inner = made.get().code();
        Set<String> wanted =
            lambda(
                inner.method(), inner, id.lambda(ordinal), Values.inside(type, values, made.get()));
        written =
            new Event.FunctionObject(
                creation.id(),
                creation.place(),
                new Event.Code.LambdaBody(id.lambda(ordinal++)),
                made.get().interfaceType(),
                made.get().asked().returnsVoid(),
                captures(creation.captures(), wanted, id),
                creation.spans().map(CallSpans::expression));
      } else if (written instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.LambdaBody lambda
          && code.find(lambda.callable()).isPresent()) {
        Callable inner = code.find(lambda.callable()).get();
        Set<String> wanted = lambda(inner, code, id.lambda(ordinal), values);
        written =
            new Event.FunctionObject(
                function.id(),
                function.place(),
                new Event.Code.LambdaBody(id.lambda(ordinal++)),
                function.interfaceType(),
                function.voidSlot(),
                captures(function.captures(), wanted, id),
                function.span());
      }
      events.add(written);
    }
    return new Callable(
        id,
        type,
        from.sourceFile(),
        from.line(),
        from.parameters(),
        from.returnType(),
        from.modifiers(),
        from.annotations(),
        from.captured(),
        new Body(events, from.body().regions().stream().map(values::map).toList()));
  }

  /** Adds the lambda; the answer is what it captures, itself or for lambdas inside it. */
  private Set<String> lambda(Callable from, MethodCode code, CallableId id, Values values) {
    int place = lambdas.size();
    lambdas.add(from);
    Callable made = rewrite(from, code, id, values);
    List<Variable> captured = new ArrayList<>(made.captured());
    Set<String> names = new HashSet<>();
    captured.forEach(variable -> names.add(variable.name()));
    for (String name : Values.captured(made.body())) {
      if (names.add(name)) {
        captured.add(new Variable(name, ""));
      }
    }
    lambdas.set(
        place,
        new Callable(
            made.id(),
            made.type(),
            made.sourceFile(),
            made.line(),
            made.parameters(),
            made.returnType(),
            made.modifiers(),
            made.annotations(),
            captured,
            made.body()));
    return names;
  }

  /** A variable of a body further out is captured on the way, which a class does not write down. */
  private static Map<String, Value> captures(
      Map<String, Value> written, Set<String> wanted, CallableId outer) {
    Map<String, Value> captures = new TreeMap<>();
    for (String name : wanted) {
      Value outside = outer.isLambda() ? new Value.Captured(name) : Value.UNKNOWN;
      captures.put(name, written.getOrDefault(name, outside));
    }
    return captures;
  }
}
