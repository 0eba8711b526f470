package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What does code do that matters to the thread that runs it?
 *
 * @param trace the way to the evidence, which is the last step; not empty
 */
public record Act(Kind kind, Certainty certainty, List<Step> trace) {
  /** The sorts of act, the gravest first. */
  public enum Kind {
    BLOCKS("blocks"),
    WAITS("waits"),
    BURNS_CPU("burns CPU"),
    LOCKS("locks"),
    STARTS("starts async work");

    private final String verb;

    Kind(String verb) {
      this.verb = verb;
    }

    /** As it reads after the code's name: {@code blocks}. */
    public String verb() {
      return verb;
    }

    /** Whether it keeps the thread from other work for long. */
    public boolean holdsThread() {
      return this == BLOCKS || this == WAITS || this == BURNS_CPU;
    }

    static Kind of(EffectModel.Kind kind) {
      return switch (kind) {
        case BLOCKS -> BLOCKS;
        case WAITS -> WAITS;
        case BURNS_CPU -> BURNS_CPU;
      };
    }
  }

  public Act {
    trace = List.copyOf(trace);
  }

  static Act of(Effect effect) {
    return new Act(Kind.of(effect.kind()), effect.certainty(), effect.trace());
  }

  static Act own(Kind kind, String evidence) {
    return new Act(
        kind, Certainty.DEFINITE, List.of(new Step(Step.Kind.PATH, evidence, "", 0)));
  }

  /** The call that it comes down to: {@code java.lang.Thread.sleep, which sleeps}. */
  public Step evidence() {
    return trace.get(trace.size() - 1);
  }

  /** The act as seen from code that leads to it by those steps. */
  Act under(List<Step> steps) {
    List<Step> longer = new ArrayList<>(steps);
    longer.addAll(trace);
    return new Act(kind, certainty, longer);
  }

  /** Whether this is the better evidence: surer, else nearer. */
  boolean betterThan(Act other) {
    int bySurety = certainty.compareTo(other.certainty);
    return bySurety > 0 || (bySurety == 0 && trace.size() < other.trace.size());
  }
}
