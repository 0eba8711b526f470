package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.model.Selector;
import java.util.List;
import java.util.Optional;

/**
 * What a model file names, and where: classes, or methods or a field of them.
 *
 * @param line from 1
 * @param owners classes, or packages that end in {@code .**}; what is selected must be in one of them
 * @param selector which members; empty for the classes themselves
 * @param version the major version of the library that has it; empty for all
 */
public record Mention(
    int line, Kind kind, List<String> owners, Optional<Selector> selector, Optional<String> version) {
  /** What is named. */
  public enum Kind {
    CLASS,
    METHOD,
    FIELD
  }

  public Mention {
    owners = List.copyOf(owners);
  }

  static Mention ofClasses(int line, List<String> owners) {
    return new Mention(line, Kind.CLASS, owners, Optional.empty(), Optional.empty());
  }
}
