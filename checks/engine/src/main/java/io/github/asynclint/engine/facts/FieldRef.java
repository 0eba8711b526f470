package io.github.asynclint.engine.facts;

/** Which field is meant: declaring class, name and erased type, all binary names. */
public record FieldRef(String owner, String name, String type, boolean isStatic) {
  @Override
  public String toString() {
    return owner + "." + name;
  }
}
