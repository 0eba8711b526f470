package pitfalls.doublesubscription;

/** The invoice that the services of this package issue. */
record Invoice(String id, String customer, long cents) {}
