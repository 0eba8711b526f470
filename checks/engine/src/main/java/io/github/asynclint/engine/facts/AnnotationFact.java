package io.github.asynclint.engine.facts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation as it stands on a declaration: binary name and its written attributes as text.
 *
 * <p>Constants print as their value ({@code true}, {@code 3}, {@code text}), enum constants as their
 * simple name, class literals as the binary name, arrays as their elements joined by a comma.
 */
public record AnnotationFact(String type, Map<String, String> attributes) {
  public AnnotationFact {
    attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  public String simpleName() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  @Override
  public String toString() {
    return "@" + type + (attributes.isEmpty() ? "" : attributes.toString());
  }
}
