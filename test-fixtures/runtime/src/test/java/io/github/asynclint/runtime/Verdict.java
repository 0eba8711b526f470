package io.github.asynclint.runtime;

import io.github.asynclint.runtime.Driver.Run;
import io.github.asynclint.runtime.FixtureSource.Claim;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which marks of a class did its runs confirm, and which did they contradict? */
final class Verdict {
  private final FixtureSource source;
  private final Set<Claim> confirmed = new LinkedHashSet<>();
  private final Set<Claim> notRun = new LinkedHashSet<>();
  private final Set<String> elsewhere = new LinkedHashSet<>();
  private final Set<String> withoutBlocking = new LinkedHashSet<>();
  private final List<String> contradictions = new ArrayList<>();

  Verdict(FixtureSource source) {
    this.source = source;
  }

  void notRun(String method) {
    notRun.addAll(source.marksIn(method));
  }

  void add(String method, List<Run> runs) {
    List<Claim> claims = source.marksIn(method);
    boolean confirms = false;
    boolean blocks = false;
    for (Run run : runs) {
      for (Observation seen : run.seen()) {
        blocks = true;
        if (seen.forbidden()) {
          Optional<Claim> claim = claimFor(seen, claims);
          claim.ifPresent(confirmed::add);
          confirms |= claim.isPresent();
          if (claim.isEmpty()) {
            contradictions.add(method + " with " + run.variant() + " arguments: unmarked " + seen);
          }
        }
      }
      if (claims.isEmpty() && run.variant() == Variant.FULL && !run.failures().isEmpty()) {
        contradictions.add(method + " does not run to its end: " + run.failures());
      }
    }
    if (claims.isEmpty() && !confirms) {
      (blocks ? elsewhere : withoutBlocking).add(method);
    }
  }

  private Optional<Claim> claimFor(Observation seen, List<Claim> claims) {
    List<StackTraceElement> frames = seen.framesOf(source);
    Optional<Claim> marked =
        source.marks().stream()
            .filter(
                claim ->
                    frames.stream().anyMatch(frame -> claim.isAt(frame.getLineNumber())))
            .findFirst();
    // A reference to a method leaves no frame of the place where it was written.
    return marked.or(() -> claims.stream().filter(Claim::isOnReference).findFirst());
  }

  Tally tally() {
    return new Tally(confirmed.size(), elsewhere.size(), withoutBlocking.size());
  }

  /** What the runs say against the marks. */
  List<String> contradictions() {
    List<String> all = new ArrayList<>(contradictions);
    for (Claim claim : source.marks()) {
      if (!confirmed.contains(claim) && !notRun.contains(claim)) {
        all.add(source.fileName() + ":" + claim.line() + ": nothing blocked here");
      }
    }
    return all;
  }
}
