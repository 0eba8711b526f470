package io.github.asynclint.lsp.answers;

import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.engine.finding.Fix;
import io.github.asynclint.lsp.work.Placed;
import java.util.ArrayList;
import java.util.List;

/**
 * Which edits mend several findings at once? The best fix of each that keeps clear of those taken before;
 * what is left over is there for a second time.
 *
 * @param edits of all fixes together
 * @param fixes how many findings they mend
 */
record FixAll(List<Edit> edits, int fixes) {
  static FixAll of(List<Placed> findings) {
    List<Edit> edits = new ArrayList<>();
    List<Span> taken = new ArrayList<>();
    for (Placed each : findings) {
      if (each.exact() && !each.finding().fixes().isEmpty()) {
        Fix fix = each.finding().fixes().get(0);
        Span hull = hull(fix);
        if (taken.stream().allMatch(other -> areApart(hull, other))) {
          taken.add(hull);
          edits.addAll(fix.edits());
        }
      }
    }
    return new FixAll(edits, taken.size());
  }

  private static Span hull(Fix fix) {
    int start = fix.edits().stream().mapToInt(edit -> edit.span().start()).min().orElse(0);
    int end = fix.edits().stream().mapToInt(edit -> edit.span().end()).max().orElse(0);
    return new Span(start, end);
  }

  /** Not even next to each other: two insertions at one place have no order. */
  private static boolean areApart(Span one, Span other) {
    return one.end() < other.start() || other.end() < one.start();
  }
}
