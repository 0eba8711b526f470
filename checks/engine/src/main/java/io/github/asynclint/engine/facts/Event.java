package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a body does, in the order of evaluation. {@code id} is the index in {@link
 * Body#events()}; values refer to results by it.
 */
public sealed interface Event {
  int id();

  Place place();

  /** How a call chooses its target. */
  enum Dispatch {
    STATIC,
    /** Constructor calls: {@code new}, {@code this(...)}, {@code super(...)}. */
    CONSTRUCTOR,
    /** {@code super.m()} and private methods: exactly the named method. */
    EXACT,
    VIRTUAL
  }

  /** What becomes of a call's result before any other event uses it. */
  enum Sink {
    /** It is used by some other event, or by nothing that is known: see the events that mention it. */
    USED,
    /** The call is an expression statement. */
    STATEMENT,
    /** The call is the body of an expression lambda whose functional interface returns void. */
    VOID_LAMBDA,
    /** Assigned to a local variable that is never read; its name is in {@link Call#local()}. */
    UNUSED_LOCAL
  }

  /**
   * A call of a method or constructor.
   *
   * @param receiverType static type of the receiver as compiled; the owner for static calls
   * @param receiver empty for static calls and for {@code new}; {@code this} for this/super(...)
   * @param arguments one for each declared parameter (varargs are a {@link NewArray})
   * @param sink for a void method {@link Sink#USED}
   * @param local the local that the result is directly assigned to, "" if none or not recorded
   * @param captures for {@code new} of a local or anonymous class of the program: what it captures
   * @param spans in source-level seats where the call stands; empty in bytecode and for calls that
   *     the compiler adds (iterator() of a for loop, close() of a try)
   */
  record Call(
      int id,
      Place place,
      MethodRef target,
      Dispatch dispatch,
      String receiverType,
      Optional<Value> receiver,
      List<Value> arguments,
      Sink sink,
      String local,
      Map<String, Value> captures,
      Optional<CallSpans> spans)
      implements Event {
    public Call {
      arguments = List.copyOf(arguments);
      captures = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(captures));
    }
  }

  /** What a {@link FunctionObject} runs. */
  sealed interface Code {
    /** A lambda's body, whose parameters are the functional interface's. */
    record LambdaBody(CallableId callable) implements Code {}

    /**
     * A method reference; {@code receiver} is the bound receiver of {@code expr::name}. An unbound
     * instance method takes the functional interface's first parameter as its receiver.
     */
    record Reference(MethodRef method, Dispatch dispatch, Optional<Value> receiver)
        implements Code {}
  }

  /**
   * The creation of a function object by a lambda or a method reference.
   *
   * @param interfaceType binary name of the functional interface, "" if unknown
   * @param voidSlot whether the interface's method returns void (so a result would be lost); false if
   *     unknown
   * @param captures what the lambda captures, by name, as values of the enclosing body
   * @param span the lambda or reference in the text, in source-level seats
   */
  record FunctionObject(
      int id,
      Place place,
      Code code,
      String interfaceType,
      boolean voidSlot,
      Map<String, Value> captures,
      Optional<Span> span)
      implements Event {
    public FunctionObject {
      captures = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(captures));
    }
  }

  /** The creation of an array; initial elements are {@link Write} events to its elements. */
  record NewArray(int id, Place place, String elementType) implements Event {}

  /** A read of a field (own, other, static); array elements and locals are not events. */
  record Read(int id, Place place, FieldRef field, Optional<Value> receiver) implements Event {}

  /**
   * A write to a field or array element.
   *
   * @param target a {@link Value.FieldValue} or {@link Value.Element}
   * @param compound whether the new value depends on the old ({@code +=}, {@code ++})
   */
  record Write(int id, Place place, Value target, Value value, boolean compound)
      implements Event {}

  /** A return; empty for void. An expression lambda that yields a value has one. */
  record Return(int id, Place place, Optional<Value> value) implements Event {}

  record Throw(int id, Place place, Value value) implements Event {}

  /**
   * A use of values that no other event shows: a condition, an operand, a switch selector. It exists
   * so that no result that is looked at counts as unused.
   */
  record Use(int id, Place place, List<Value> values) implements Event {
    public Use {
      values = List.copyOf(values);
    }
  }
}
