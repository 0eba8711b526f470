package pitfalls.subscribewithouterrorhandler;

/** The parcel that the services of this package send around. */
record Parcel(String id, String city, double weight) {}
