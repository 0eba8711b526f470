package pitfalls.operatoronemptypublisher;

/** The loan of a book that the services of this package keep. */
record Loan(String id, String reader, int weeks) {}
