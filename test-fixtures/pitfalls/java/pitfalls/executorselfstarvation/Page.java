package pitfalls.executorselfstarvation;

/** What is printed: the text of one page. */
record Page(int number, String text) {}
