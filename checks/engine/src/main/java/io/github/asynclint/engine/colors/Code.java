package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;

/**
 * Which piece of code is meant, and where does it stand?
 *
 * @param name {@code Pricing.total}, or {@code lambda in CatalogRoutes.register}
 * @param sourceFile as in {@code Callable.sourceFile()}; "" where there is none
 * @param line from 1; 0 where it is not known
 */
public record Code(CallableId id, String name, String sourceFile, int line) {
  static Code of(Callable callable) {
    String method = Names.callable(callable);
    return new Code(
        callable.id(),
        callable.id().isLambda() ? "lambda in " + method : method,
        callable.sourceFile(),
        callable.line());
  }

  /** A method whose code is not at hand. */
  static Code of(CallableId id) {
    return new Code(id, Names.method(id.method()), "", 0);
  }
}
