package pitfalls.blockingcallinasynccontext;

import java.util.Map;

/** Which tax was configured at start-up? */
final class InMemoryTaxTable implements TaxTable {
  private final Map<String, Integer> percents;

  InMemoryTaxTable(Map<String, Integer> percents) {
    this.percents = Map.copyOf(percents);
  }

  @Override
  public int percentFor(String country) {
    return percents.getOrDefault(country, 20);
  }
}
