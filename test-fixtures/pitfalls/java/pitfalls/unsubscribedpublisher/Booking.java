package pitfalls.unsubscribedpublisher;

/** The booking that the services of this package pass around. */
record Booking(String id, String guest, int nights) {}
