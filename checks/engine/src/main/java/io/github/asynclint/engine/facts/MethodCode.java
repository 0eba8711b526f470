package io.github.asynclint.engine.facts;

import java.util.List;
import java.util.Optional;

/** A method's body with the bodies of all lambdas inside it, outer before inner. */
public record MethodCode(Callable method, List<Callable> lambdas) {
  public MethodCode {
    lambdas = List.copyOf(lambdas);
  }

  public Optional<Callable> find(CallableId id) {
    if (method.id().equals(id)) {
      return Optional.of(method);
    }
    return lambdas.stream().filter(lambda -> lambda.id().equals(id)).findFirst();
  }
}
