package pitfalls.lockheldwhilewaiting;

/** What is one unit of a currency worth? */
record Rate(String currency, double value) {}
