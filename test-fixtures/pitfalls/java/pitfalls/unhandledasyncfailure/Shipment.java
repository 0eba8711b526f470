package pitfalls.unhandledasyncfailure;

/** What the services of this package send, track and bill. */
record Shipment(String id, String carrier, int grams) {}
