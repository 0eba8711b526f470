package pitfalls.ignoredfailureparameter;

/** What the services of this package find, weigh and announce. */
record Parcel(String id, String place, int grams) {
  String label() {
    return id + "@" + place;
  }
}
