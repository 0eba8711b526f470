package io.github.asynclint.engine.context;

import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.NamedContext;
import java.util.List;

/** The thread that runs a piece of code, how sure that is, and the places that tell. */
public record RunsOn(NamedContext context, Certainty certainty, List<Step> why) {
  public static final RunsOn UNKNOWN =
      new RunsOn(NamedContext.UNKNOWN, Certainty.LIKELY, List.of());

  /** Not even what it depends on is known: facts are missing, so it may be any thread. */
  public static final RunsOn HIDDEN =
      new RunsOn(
          new NamedContext("hidden", ContextKind.UNKNOWN, "an unknown thread", false, false, false),
          Certainty.LIKELY,
          List.of());

  public RunsOn {
    why = List.copyOf(why);
  }

  public boolean isKnown() {
    return context.kind() != ContextKind.UNKNOWN;
  }

  /** Whether facts are missing that would tell; then nothing follows from its being unknown. */
  public boolean isHidden() {
    return !isKnown() && context.equals(HIDDEN.context);
  }

  /** Whether code that runs there is an async context in the sense of the rules. */
  public boolean mustNotBlock() {
    return context.kind().mustNotBlock();
  }

  public RunsOn atMost(Certainty limit) {
    return new RunsOn(context, certainty.and(limit), why);
  }

  /** The answer for code that may run on either: known only if both forbid or both allow blocking. */
  public RunsOn or(RunsOn other) {
    if (isHidden() || other.isHidden()) {
      return HIDDEN;
    }
    if (!isKnown() || !other.isKnown() || mustNotBlock() != other.mustNotBlock()) {
      return UNKNOWN;
    }
    if (context.kind() != other.context.kind() && !mustNotBlock()) {
      return UNKNOWN;
    }
    return atMost(other.certainty);
  }
}
