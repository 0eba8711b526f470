package pitfalls.nullfuture;

/** The order that the services of this package pass around. */
record Order(String id, String customer, boolean paid) {}
