package io.github.asynclint.rules.promises;

import java.util.Optional;

/**
 * What does an event do for a promise, for the success and for the failure of what it waits for?
 *
 * @param success how far a success completes the promise
 * @param hole where it does not, if it is there to do so
 */
record Cover(Degree success, Degree failure, Optional<Hole> hole) {
  enum Degree {
    NOT,
    /** On some ways through the callback. */
    PARTLY,
    FULLY
  }

  static final Cover NONE = new Cover(Degree.NOT, Degree.NOT, Optional.empty());

  /** Completed, or in the hands of somebody who may do so. */
  static final Cover FULL = new Cover(Degree.FULLY, Degree.FULLY, Optional.empty());

  /** A callback for either outcome that leaves a way open. */
  static Cover partly(Hole hole) {
    return new Cover(Degree.PARTLY, Degree.PARTLY, Optional.of(hole));
  }

  static Cover onSuccess(Degree degree, Hole hole) {
    return new Cover(degree, Degree.NOT, Optional.of(hole));
  }

  static Cover onFailure(Optional<Hole> hole) {
    return new Cover(Degree.NOT, hole.isPresent() ? Degree.PARTLY : Degree.FULLY, hole);
  }

  boolean isFull() {
    return success == Degree.FULLY && failure == Degree.FULLY;
  }

  boolean isNone() {
    return success == Degree.NOT && failure == Degree.NOT;
  }

  /** Where the promise stays open though something was done to complete it. */
  Optional<Hole> open() {
    boolean onlyFailures = success == Degree.NOT && failure == Degree.FULLY;
    return isNone() || isFull() || onlyFailures ? Optional.empty() : hole;
  }

  /** Both of them on one path: where two see to one outcome, they may complement each other. */
  Cover and(Cover other) {
    if (other.isNone() || isNone()) {
      return other.isNone() ? this : other;
    }
    if (isPartlyEither() || other.isPartlyEither()) {
      return FULL;
    }
    Degree newSuccess = join(success, other.success);
    Degree newFailure = join(failure, other.failure);
    Optional<Hole> left =
        newSuccess == Degree.PARTLY
            ? (success == Degree.PARTLY ? hole : other.hole)
            : hole.or(() -> other.hole);
    return new Cover(newSuccess, newFailure, left);
  }

  private boolean isPartlyEither() {
    return success == Degree.PARTLY && failure == Degree.PARTLY;
  }

  private static Degree join(Degree one, Degree other) {
    if (one == Degree.NOT || other == Degree.NOT) {
      return one == Degree.NOT ? other : one;
    }
    return Degree.FULLY;
  }
}
