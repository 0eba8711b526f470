package io.github.asynclint.runtime;

/**
 * How much of the fixtures is confirmed?
 *
 * @param marks marked places that blocked a thread that must not block
 * @param elsewhere silent situations that blocked threads that may
 * @param withoutBlocking silent situations that did not block
 */
record Tally(int marks, int elsewhere, int withoutBlocking) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        marks + other.marks,
        elsewhere + other.elsewhere,
        withoutBlocking + other.withoutBlocking);
  }

  @Override
  public String toString() {
    return marks
        + " marks; silent situations: "
        + elsewhere
        + " block where they may, "
        + withoutBlocking
        + " do not block";
  }
}
