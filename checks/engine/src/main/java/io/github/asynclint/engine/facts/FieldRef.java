package io.github.asynclint.engine.facts;

/** Which field is meant: declaring class, name and erased type, all binary names. */
public record FieldRef(String owner, String name, String type, boolean isStatic) {
  /** Strings know their hash; fields are told apart by owner and name. */
  @Override
  public int hashCode() {
    return 31 * owner.hashCode() + name.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof FieldRef that
            && name.equals(that.name)
            && owner.equals(that.owner)
            && type.equals(that.type)
            && isStatic == that.isStatic;
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
