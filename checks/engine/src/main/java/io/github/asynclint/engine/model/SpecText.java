package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.MethodRef;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a context reads in a model and what it means at one method: alternatives separated by {@code |},
 * the first that applies wins.
 *
 * <p>An alternative is {@code argN}, {@code arg(Type)}, a relative context such as {@code upstream}, or
 * the name of a context of the models.
 */
public final class SpecText {
  private SpecText() {}

  /** The meaning at that method; empty where no alternative applies to its parameters. */
  public static Optional<ContextSpec> resolve(
      String text, MethodRef method, Function<String, Optional<NamedContext>> contexts) {
    for (String alternative : text.split("\\|")) {
      Optional<ContextSpec> spec = one(alternative.trim(), method, contexts);
      if (spec.isPresent()) {
        return spec;
      }
    }
    return Optional.empty();
  }

  private static Optional<ContextSpec> one(
      String text, MethodRef method, Function<String, Optional<NamedContext>> contexts) {
    Optional<String> type = argumentType(text);
    if (type.isPresent()) {
      for (int i = 0; i < method.parameters().size(); i++) {
        if (Selector.sameType(type.get(), method.parameters().get(i))) {
          return Optional.of(new ContextSpec.Argument(i));
        }
      }
      return Optional.empty();
    }
    if (isArgument(text)) {
      int index = Integer.parseInt(text.substring(3));
      return index < method.parameters().size()
          ? Optional.of(new ContextSpec.Argument(index))
          : Optional.empty();
    }
    Optional<ContextSpec.Relative> relative = relative(text);
    return relative.isPresent()
        ? Optional.of(relative.get())
        : contexts.apply(text).map(ContextSpec.Absolute::new);
  }

  /** The type in {@code arg(Type)}. */
  public static Optional<String> argumentType(String text) {
    return text.startsWith("arg(") && text.endsWith(")")
        ? Optional.of(text.substring(4, text.length() - 1).trim())
        : Optional.empty();
  }

  /** Whether it reads {@code argN}. */
  public static boolean isArgument(String text) {
    return text.length() > 3
        && text.startsWith("arg")
        && text.chars().skip(3).allMatch(Character::isDigit);
  }

  /** The relative context of that name. */
  public static Optional<ContextSpec.Relative> relative(String text) {
    for (ContextSpec.Relative relative : ContextSpec.Relative.values()) {
      if (relative.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(relative);
      }
    }
    return Optional.empty();
  }
}
