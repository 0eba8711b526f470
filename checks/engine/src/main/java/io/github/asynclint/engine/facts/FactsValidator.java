package io.github.asynclint.engine.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Are the facts of a method as the records' contract says, and if not, where not? */
public final class FactsValidator {
  private final MethodCode code;
  private final List<String> problems = new ArrayList<>();

  private FactsValidator(MethodCode code) {
    this.code = code;
  }

  /** One readable line for each broken rule; empty for sound facts. */
  public static List<String> problems(MethodCode code) {
    FactsValidator validator = new FactsValidator(code);
    validator.checkIdentities();
    validator.new BodyCheck(code.method()).check();
    code.lambdas().forEach(lambda -> validator.new BodyCheck(lambda).check());
    return List.copyOf(validator.problems);
  }

  private void checkIdentities() {
    if (code.method().id().isLambda()) {
      problems.add(code.method().id() + ": a method has the identity of a lambda");
    }
    Set<CallableId> seen = new HashSet<>(Set.of(code.method().id()));
    for (Callable lambda : code.lambdas()) {
      if (!lambda.id().isLambda()) {
        problems.add(lambda.id() + ": a lambda has the identity of a method");
      } else if (!seen.contains(lambda.id().enclosing())) {
        problems.add(lambda.id() + ": stands before the body that encloses it");
      }
      if (!seen.add(lambda.id())) {
        problems.add(lambda.id() + ": is there twice");
      }
    }
    Set<CallableId> made = new HashSet<>();
    functions(code.method(), made);
    code.lambdas().forEach(lambda -> functions(lambda, made));
    for (Callable lambda : code.lambdas()) {
      if (!made.contains(lambda.id())) {
        problems.add(lambda.id() + ": no function object has this body");
      }
    }
  }

  private static void functions(Callable callable, Set<CallableId> made) {
    for (Event event : callable.body().events()) {
      if (event instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.LambdaBody body) {
        made.add(body.callable());
      }
    }
  }

  private final class BodyCheck {
    private final Callable callable;
    private final List<Event> events;
    private final List<Region> regions;
    private final Set<String> captured;
    private int lambdas;

    BodyCheck(Callable callable) {
      this.callable = callable;
      this.events = callable.body().events();
      this.regions = callable.body().regions();
      this.captured = callable.captured().stream().map(Variable::name).collect(Collectors.toSet());
    }

    void check() {
      if (captured.size() != callable.captured().size()) {
        report("two captured variables have one name");
      }
      if (callable.line() < 0) {
        report("line " + callable.line());
      }
      for (int i = 0; i < regions.size(); i++) {
        region(i, regions.get(i));
      }
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        if (event.id() != i) {
          report("event " + i + " has the id " + event.id());
        }
        place(event);
        event(event);
      }
    }

    private void report(String problem) {
      problems.add(callable.id() + ": " + problem);
    }

    private void region(int index, Region region) {
      String name = "region " + index;
      if (region.id() != index) {
        report(name + " has the id " + region.id());
      }
      if (region instanceof Region.Branch branch) {
        value(branch.condition(), name);
      } else if (region instanceof Region.Lock lock) {
        value(lock.monitor(), name);
      } else if (region instanceof Region.Catch caught) {
        tried(caught.tryId(), name);
        if (caught.types().isEmpty()) {
          report(name + " catches no type");
        }
      } else if (region instanceof Region.Finally after) {
        tried(after.tryId(), name);
      }
    }

    private void tried(int id, String name) {
      if (id < 0 || id >= regions.size() || !(regions.get(id) instanceof Region.Try)) {
        report(name + " belongs to region " + id + ", which is no try");
      }
    }

    private void place(Event event) {
      if (event.place().line() < 0) {
        report(name(event) + " has the line " + event.place().line());
      }
      int last = -1;
      for (int id : event.place().regions()) {
        if (id <= last) {
          report(name(event) + " has regions that do not ascend: " + event.place().regions());
        } else if (id >= regions.size()) {
          report(name(event) + " stands in region " + id + ", which does not exist");
        }
        last = id;
      }
    }

    private String name(Event event) {
      return "event " + event.id();
    }

    private void event(Event event) {
      String name = name(event);
      if (event instanceof Event.Call call) {
        call(call, name);
      } else if (event instanceof Event.FunctionObject function) {
        function(function, name);
      } else if (event instanceof Event.Read read) {
        receiver(read.field(), read.receiver().isPresent(), name);
        read.receiver().ifPresent(value -> value(value, name));
      } else if (event instanceof Event.Write write) {
        boolean place =
            write.target() instanceof Value.FieldValue || write.target() instanceof Value.Element;
        if (!place) {
          report(name + " writes to what is neither a field nor an element");
        }
        value(write.target(), name);
        value(write.value(), name);
      } else if (event instanceof Event.Return returned) {
        returned.value().ifPresent(value -> value(value, name));
      } else if (event instanceof Event.Throw thrown) {
        value(thrown.value(), name);
      } else if (event instanceof Event.Use use) {
        use.values().forEach(value -> value(value, name));
      }
    }

    private void call(Event.Call call, String name) {
      MethodRef target = call.target();
      int declared = target.parameters().size();
      if (call.arguments().size() != declared) {
        report(name + " passes " + call.arguments().size() + " arguments to " + target);
      }
      boolean isStatic = call.dispatch() == Event.Dispatch.STATIC;
      boolean constructor = call.dispatch() == Event.Dispatch.CONSTRUCTOR;
      if (isStatic && call.receiver().isPresent()) {
        report(name + " is static and has a receiver: " + target);
      } else if (!isStatic && !constructor && call.receiver().isEmpty()) {
        report(name + " has no receiver: " + target);
      }
      if (constructor != target.isConstructor()) {
        report(name + " has the dispatch " + call.dispatch() + ": " + target);
      }
      if (target.returnsVoid() && !target.isConstructor() && call.sink() != Event.Sink.USED) {
        report(name + " yields nothing and has the sink " + call.sink() + ": " + target);
      }
      if (call.sink() == Event.Sink.VOID_LAMBDA && !callable.id().isLambda()) {
        report(name + " is the body of a lambda outside of lambdas");
      }
      call.receiver().ifPresent(value -> value(value, name));
      call.arguments().forEach(value -> value(value, name));
      call.captures().values().forEach(value -> value(value, name));
    }

    private void function(Event.FunctionObject function, String name) {
      function.captures().values().forEach(value -> value(value, name));
      if (function.code() instanceof Event.Code.Reference reference) {
        reference.receiver().ifPresent(value -> value(value, name));
        return;
      }
      CallableId target = ((Event.Code.LambdaBody) function.code()).callable();
      if (!target.equals(callable.id().lambda(lambdas++))) {
        report(name + " makes " + target + " out of order");
      }
      code.find(target)
          .ifPresentOrElse(
              lambda -> captures(function.captures(), lambda, name),
              () -> report(name + " makes " + target + ", which has no body"));
    }

    private void captures(Map<String, Value> captures, Callable lambda, String name) {
      Set<String> wanted =
          lambda.captured().stream()
              .map(Variable::name)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!captures.keySet().equals(wanted)) {
        report(name + " gives " + captures.keySet() + " to a lambda that captures " + wanted);
      }
    }

    private void value(Value value, String name) {
      if (value instanceof Value.Parameter parameter) {
        if (parameter.index() < 0 || parameter.index() >= callable.parameters().size()) {
          report(name + " mentions parameter " + parameter.index() + ", which does not exist");
        }
      } else if (value instanceof Value.Captured variable) {
        // Inside a local class the class captures, and its methods list nothing.
        if (!captured.contains(variable.name()) && !isInNestedClass()) {
          report(name + " mentions the captured " + variable.name() + ", which is not listed");
        }
      } else if (value instanceof Value.Result result) {
        result(result.event(), name);
      } else if (value instanceof Value.FieldValue field) {
        receiver(field.field(), field.receiver().isPresent(), name);
        field.receiver().ifPresent(receiver -> value(receiver, name));
      } else if (value instanceof Value.Element element) {
        value(element.array(), name);
      } else if (value instanceof Value.Caught caught) {
        if (caught.region() < 0
            || caught.region() >= regions.size()
            || !(regions.get(caught.region()) instanceof Region.Catch)) {
          report(name + " mentions what region " + caught.region() + " caught, which is no catch");
        }
      } else if (value instanceof Value.Choice choice) {
        if (choice.values().size() < 2
            || choice.values().stream().anyMatch(Value.Choice.class::isInstance)) {
          report(name + " has a choice of one value or of choices");
        }
        choice.values().forEach(one -> value(one, name));
      } else if (value instanceof Value.Operation operation) {
        operation.operands().forEach(operand -> value(operand, name));
      }
    }

    private boolean isInNestedClass() {
      return callable.type().indexOf('$') >= 0;
    }

    private void receiver(FieldRef field, boolean present, String name) {
      if (field.isStatic() == present) {
        report(name + " has the wrong number of receivers for " + field);
      }
    }

    private void result(int id, String name) {
      if (id < 0 || id >= events.size()) {
        report(name + " mentions the result of event " + id + ", which does not exist");
        return;
      }
      Event event = events.get(id);
      boolean yields =
          event instanceof Event.Call call
                  && (call.target().isConstructor() || !call.target().returnsVoid())
              || event instanceof Event.FunctionObject
              || event instanceof Event.NewArray;
      if (!yields) {
        report(name + " mentions the result of event " + id + ", which yields none");
      }
    }
  }
}
