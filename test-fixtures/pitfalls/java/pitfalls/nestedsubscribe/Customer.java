package pitfalls.nestedsubscribe;

/** The customer that the services of this package serve. */
record Customer(String id, String mail, boolean active) {}
