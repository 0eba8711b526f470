package io.github.asynclint.lsp.colors;

import io.github.asynclint.engine.colors.Act;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import java.util.List;

/** How does a color read in an editor? In the words of findings. */
final class ColorWords {
  private ColorWords() {}

  /** A heading and the threads below it, each with what tells. */
  static void threads(String heading, List<RunsOn> threads, Prose prose) {
    prose.heading(heading);
    for (RunsOn runsOn : threads) {
      List<Step> why = runsOn.why();
      if (why.isEmpty()) {
        prose.item(0, runsOn.context().label() + likely(runsOn));
      } else {
        Step first = why.get(0);
        prose.item(
            0,
            new Step(first.kind(), first.text() + likely(runsOn), first.sourceFile(), first.line()));
        why.subList(1, why.size()).forEach(step -> prose.item(1, step));
      }
    }
  }

  private static String likely(RunsOn runsOn) {
    return runsOn.isKnown() && runsOn.certainty() == Certainty.LIKELY ? ", likely" : "";
  }

  static void acts(List<Act> acts, Prose prose) {
    for (Act act : acts) {
      String likely = act.certainty() == Certainty.LIKELY ? ", likely" : "";
      prose.heading("It " + act.kind().verb() + likely);
      act.trace().forEach(step -> prose.item(0, step));
    }
  }

  /** {@code runs on: Vert.x event loop}. */
  static String hint(RunsOn runsOn) {
    return "runs on: " + runsOn.context().label().replaceFirst("^(the|an?) ", "") + likely(runsOn);
  }
}
