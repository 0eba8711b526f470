package io.github.asynclint.engine.analysis;

/**
 * A suppression that is not what it should be: there is nothing to suppress, or nobody says why.
 *
 * @param place {@code package/path/Name.java:line}, or the class for an annotation on one
 * @param problem what is wrong with it, with the rule's name
 */
public record UnusedSuppression(String place, String problem) implements Comparable<UnusedSuppression> {
  @Override
  public int compareTo(UnusedSuppression other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : problem.compareTo(other.problem);
  }
}
