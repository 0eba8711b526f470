package pitfalls.blockingcallinasynccontext;

/** Which tax applies? One implementation in this build, and it only looks at memory. */
public interface TaxTable {
  int percentFor(String country);
}
