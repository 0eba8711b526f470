package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which regions are needed, and in which order do they appear? */
final class RegionNumbers {
  private final List<Region> regions;
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  RegionNumbers(List<Region> regions) {
    this.regions = regions;
  }

  int use(int region) {
    if (numbers.containsKey(region)) {
      return region;
    }
    tryOf(regions.get(region))
        .ifPresent(
            tryId -> {
              use(tryId);
              handlers(tryId).filter(handler -> handler < region).forEach(this::use);
            });
    numbers.put(region, numbers.size());
    return region;
  }

  int of(int region) {
    return numbers.getOrDefault(region, region);
  }

  /** A handler is a fact even if it does nothing. */
  List<Integer> used() {
    for (int region : new ArrayList<>(numbers.keySet())) {
      handlers(region).forEach(this::use);
    }
    return new ArrayList<>(numbers.keySet());
  }

  private IntStream handlers(int tryId) {
    return IntStream.range(tryId + 1, regions.size())
        .filter(id -> tryOf(regions.get(id)).filter(owner -> owner == tryId).isPresent());
  }

  private static Optional<Integer> tryOf(Region region) {
    if (region instanceof Region.Catch caught) {
      return Optional.of(caught.tryId());
    }
    return region instanceof Region.Finally after ? Optional.of(after.tryId()) : Optional.empty();
  }
}
