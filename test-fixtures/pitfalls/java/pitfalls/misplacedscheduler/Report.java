package pitfalls.misplacedscheduler;

/** What was sold on a day? */
public record Report(String day, long cents) {
  Report rounded() {
    return new Report(day, cents / 100 * 100);
  }
}
