package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.EffectModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a call does to the thread it runs on.
 *
 * @param what as in {@link EffectModel#what()}
 * @param trace from the called method inwards; the last step names the modelled call
 */
public record Effect(
    EffectModel.Kind kind, String what, Certainty certainty, List<Step> trace) {
  public Effect {
    trace = List.copyOf(trace);
  }

  /** The effect as seen from a caller, one step further out. */
  public Effect under(Step step) {
    List<Step> longer = new ArrayList<>();
    longer.add(step);
    longer.addAll(trace);
    return new Effect(kind, what, certainty, longer);
  }

  public Effect atMost(Certainty limit) {
    return new Effect(kind, what, certainty.and(limit), trace);
  }

  /** This one, unless the other is surer. */
  public Effect orSurer(Effect other) {
    return other.certainty.compareTo(certainty) > 0 ? other : this;
  }

  /** Whether this is the better evidence: surer, else nearer. */
  boolean betterThan(Effect other) {
    int bySurety = certainty.compareTo(other.certainty);
    return bySurety > 0 || (bySurety == 0 && trace.size() < other.trace.size());
  }
}
