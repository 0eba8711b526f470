package pitfalls.droppedtaskfailure;

/** What the services of this package print, store and send. */
record Invoice(String id, String customer, long cents) {}
