package pitfalls.nestedfuture;

/** The user that the services of this package pass around. */
record User(String id, String team) {}
