package pitfalls.implicitcommonpool;

import java.util.Comparator;
import java.util.List;

/** Sorts offers; computes only. */
final class Ranking {
  record Offer(String shop, long cents) {}

  private Ranking() {}

  static List<Offer> rank(List<Offer> offers) {
    return offers.stream().sorted(Comparator.comparingLong(Offer::cents)).limit(10).toList();
  }

  static Offer best(List<Offer> ranked) {
    return ranked.get(0);
  }

  static Offer cheaper(Offer one, Offer other) {
    return one.cents() <= other.cents() ? one : other;
  }

  static String label(Offer offer) {
    return offer.shop() + ": " + offer.cents();
  }
}
