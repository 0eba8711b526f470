package io.github.asynclint.rules.failures;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;
import java.util.List;
import java.util.Set;

/** Does an exception get past the catch clauses around an event? */
final class Catches {
  private static final Set<String> EVERYTHING =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private final Hierarchy hierarchy;

  Catches(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether no clause around the event catches the type, or a subtype that it may turn out to be. */
  boolean letsOut(BodyView body, Event event, String type) {
    return hierarchy.isComplete(type)
        && body.regions(event).stream()
            .filter(Region.Try.class::isInstance)
            .flatMap(region -> clauses(body, region.id()).stream())
            .flatMap(clause -> clause.types().stream())
            .noneMatch(
                caught ->
                    hierarchy.isSubtype(type, caught)
                        || hierarchy.isSubtype(caught, type)
                        || !hierarchy.isComplete(caught));
  }

  /** Whether a clause around the event catches whatever may be thrown, errors aside. */
  static boolean catchEverything(BodyView body, Event event) {
    return body.regions(event).stream()
        .filter(Region.Try.class::isInstance)
        .flatMap(region -> clauses(body, region.id()).stream())
        .anyMatch(clause -> clause.types().stream().anyMatch(EVERYTHING::contains));
  }

  static boolean isInFinally(BodyView body, Event event) {
    return body.regions(event).stream().anyMatch(Region.Finally.class::isInstance);
  }

  static List<Region.Catch> clauses(BodyView body, int tryId) {
    return body.callable().body().regions().stream()
        .filter(Region.Catch.class::isInstance)
        .map(Region.Catch.class::cast)
        .filter(clause -> clause.tryId() == tryId)
        .toList();
  }
}
