package io.github.asynclint.engine.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which body of code is meant: a method, or a lambda inside one.
 *
 * <p>{@code lambdas} is the path of lambda ordinals from the method inwards, empty for the method
 * itself. An ordinal counts the lambda bodies of the directly enclosing body in the order of their
 * {@link Event.FunctionObject} events, from 0. Instance initializers and field initializers belong to
 * each constructor that does not call {@code this(...)}; static ones to {@code <clinit>}.
 */
public record CallableId(MethodRef method, List<Integer> lambdas) {
  public CallableId {
    lambdas = List.copyOf(lambdas);
  }

  public static CallableId of(MethodRef method) {
    return new CallableId(method, List.of());
  }

  public CallableId lambda(int ordinal) {
    List<Integer> path = new ArrayList<>(lambdas);
    path.add(ordinal);
    return new CallableId(method, path);
  }

  public boolean isLambda() {
    return !lambdas.isEmpty();
  }

  /** The body that directly encloses this lambda; itself for a method. */
  public CallableId enclosing() {
    return isLambda() ? new CallableId(method, lambdas.subList(0, lambdas.size() - 1)) : this;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof CallableId that
            && lambdas.equals(that.lambdas)
            && method.equals(that.method);
  }

  @Override
  public int hashCode() {
    return 31 * method.hashCode() + lambdas.hashCode();
  }

  @Override
  public String toString() {
    return isLambda()
        ? method + "#" + lambdas.stream().map(String::valueOf).collect(Collectors.joining("."))
        : method.toString();
  }
}
