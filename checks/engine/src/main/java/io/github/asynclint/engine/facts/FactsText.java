package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How do the facts of a method read as text?
 *
 * <p>One line for each event, indented by nothing: {@code id line regions what}. The text is stable, so
 * golden files can hold it and adapters can be compared by it.
 */
public final class FactsText {
  private FactsText() {}

  /** The facts of a method and its lambdas, each body headed by its identity. */
  public static String print(MethodCode code) {
    StringBuilder out = new StringBuilder();
    print(code.method(), out);
    code.lambdas().forEach(lambda -> print(lambda, out));
    return out.toString();
  }

  private static void print(Callable callable, StringBuilder out) {
    out.append(callable.id()).append(" : ").append(callable.returnType());
    if (!callable.captured().isEmpty()) {
      out.append(" captures ").append(variables(callable.captured()));
    }
    out.append('\n');
    for (Region region : callable.body().regions()) {
      out.append("  ").append(region(region)).append('\n');
    }
    for (Event event : callable.body().events()) {
      out.append("  ")
          .append(event.id())
          .append(" L")
          .append(event.place().line())
          .append(event.place().regions().isEmpty() ? "" : " in " + event.place().regions())
          .append(' ')
          .append(event(event))
          .append('\n');
    }
  }

  private static String variables(List<Variable> variables) {
    return variables.stream()
        .map(variable -> variable.type() + " " + variable.name())
        .sorted()
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** One region without its place in the body. */
  public static String region(Region region) {
    String id = "r" + region.id() + " ";
    if (region instanceof Region.Loop) {
      return id + "loop";
    } else if (region instanceof Region.Branch branch) {
      return id + (branch.outcome() ? "if " : "unless ") + value(branch.condition());
    } else if (region instanceof Region.Try) {
      return id + "try";
    } else if (region instanceof Region.Catch caught) {
      return id + "catch of r" + caught.tryId() + " " + caught.types();
    } else if (region instanceof Region.Finally after) {
      return id + "finally of r" + after.tryId();
    }
    return id + "lock " + value(((Region.Lock) region).monitor());
  }

  /** One event without its id and place. */
  public static String event(Event event) {
    if (event instanceof Event.Call call) {
      return call(call);
    } else if (event instanceof Event.FunctionObject function) {
      return "function "
          + code(function.code())
          + " as "
          + function.interfaceType()
          + (function.voidSlot() ? " void" : "")
          + captures(function.captures());
    } else if (event instanceof Event.NewArray array) {
      return "array " + array.elementType();
    } else if (event instanceof Event.Read read) {
      return "read " + value(new Value.FieldValue(read.field(), read.receiver()));
    } else if (event instanceof Event.Write write) {
      return "write "
          + value(write.target())
          + (write.compound() ? " compound " : " = ")
          + value(write.value());
    } else if (event instanceof Event.Return returned) {
      return "return" + returned.value().map(value -> " " + value(value)).orElse("");
    } else if (event instanceof Event.Throw thrown) {
      return "throw " + value(thrown.value());
    }
    return "use " + values(((Event.Use) event).values());
  }

  private static String call(Event.Call call) {
    return "call "
        + call.dispatch().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + call.target()
        + (call.receiverType().equals(call.target().owner()) ? "" : " via " + call.receiverType())
        + receiver(call.receiver())
        + (call.arguments().isEmpty() ? "" : " with " + values(call.arguments()))
        + captures(call.captures())
        + (call.sink() == Event.Sink.USED ? "" : " " + call.sink())
        + (call.local().isEmpty() ? "" : " local " + call.local());
  }

  private static String code(Event.Code code) {
    if (code instanceof Event.Code.LambdaBody body) {
      return body.callable().toString();
    }
    Event.Code.Reference reference = (Event.Code.Reference) code;
    return reference.method() + receiver(reference.receiver());
  }

  private static String receiver(Optional<Value> receiver) {
    return receiver.map(value -> " on " + value(value)).orElse("");
  }

  private static String captures(Map<String, Value> captures) {
    Map<String, String> texts = new TreeMap<>();
    captures.forEach((name, value) -> texts.put(name, value(value)));
    return texts.isEmpty() ? "" : " captures " + texts;
  }

  private static String values(List<Value> values) {
    return values.stream().map(FactsText::value).collect(Collectors.joining(", ", "(", ")"));
  }

  /** One value: {@code this}, {@code p0}, {@code ^name}, {@code #3}, {@code field@receiver}. */
  public static String value(Value value) {
    if (value instanceof Value.This) {
      return "this";
    } else if (value instanceof Value.Outer outer) {
      return "outer " + outer.type();
    } else if (value instanceof Value.Parameter parameter) {
      return "p" + parameter.index();
    } else if (value instanceof Value.Captured captured) {
      return "^" + captured.name();
    } else if (value instanceof Value.Result result) {
      return "#" + result.event();
    } else if (value instanceof Value.FieldValue field) {
      return field.field() + field.receiver().map(value1 -> "@" + value(value1)).orElse("");
    } else if (value instanceof Value.Element element) {
      return value(element.array()) + "[]";
    } else if (value instanceof Value.Constant constant) {
      return constant.text();
    } else if (value instanceof Value.Caught caught) {
      return "caught r" + caught.region();
    } else if (value instanceof Value.Choice choice) {
      return choice.values().stream().map(FactsText::value).sorted().distinct()
          .collect(Collectors.joining(" | ", "{", "}"));
    } else if (value instanceof Value.Operation operation) {
      return operation.operator() + values(operation.operands());
    }
    return "?";
  }
}
