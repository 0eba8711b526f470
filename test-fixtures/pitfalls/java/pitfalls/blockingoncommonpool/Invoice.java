package pitfalls.blockingoncommonpool;

/** What a customer has to pay. */
record Invoice(String id, String customer, long cents) {}
