package io.github.asynclint.engine.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers to questions that may lead back to themselves: such a one is answered with "unknown" inside its
 * own computation. An answer that rests on an unfinished question is kept only until that one is
 * finished, so that what is remembered for good never rests on a half-known answer.
 */
public final class Cycles {
  /** Deeper questions are answered with unknown: a bound for the stack, far above real code. */
  private static final int MAX_DEPTH = 150;

  private static final int NONE = Integer.MAX_VALUE;

  private int depth;

  /** The lowest open question that the answers since the current one's start rest on. */
  private int restsOn = NONE;

  /** For each open question, by depth, what to forget when it is finished. */
  private final List<List<Runnable>> forgetAfter = new ArrayList<>();

  /** A table of answers of one sort; all tables of one {@link Cycles} know of each other's questions. */
  public <T> Table<T> table(T unknown) {
    return new Table<>(unknown);
  }

  /** Remembered answers of one sort. */
  public final class Table<T> {
    private final T unknown;
    private final Map<Object, T> known = new HashMap<>();
    private final Map<Object, Provisional<T>> provisional = new HashMap<>();
    private final Map<Object, Integer> open = new HashMap<>();

    private Table(T unknown) {
      this.unknown = unknown;
    }

    /** The answer to a question, computed by {@code answer} if it is not remembered. */
    public T compute(Object question, Supplier<T> answer) {
      T found = known.get(question);
      if (found != null) {
        return found;
      }
      Provisional<T> kept = provisional.get(question);
      if (kept != null) {
        restsOn = Math.min(restsOn, kept.restsOn());
        return kept.answer();
      }
      Integer unfinished = open.get(question);
      if (unfinished != null || depth >= MAX_DEPTH) {
        restsOn = Math.min(restsOn, unfinished == null ? 0 : unfinished);
        return unknown;
      }
      return ask(question, answer);
    }

    private T ask(Object question, Supplier<T> answer) {
      int own = depth++;
      int before = restsOn;
      restsOn = NONE;
      open.put(question, own);
      forgetAfter.add(new ArrayList<>());
      try {
        T result = answer.get();
        if (restsOn >= own) {
          known.put(question, result);
          restsOn = before;
        } else {
          provisional.put(question, new Provisional<>(result, restsOn));
          forgetAfter.get(restsOn).add(() -> provisional.remove(question));
          restsOn = Math.min(restsOn, before);
        }
        return result;
      } finally {
        open.remove(question);
        forgetAfter.remove(own).forEach(Runnable::run);
        depth--;
      }
    }
  }

  private record Provisional<T>(T answer, int restsOn) {}
}
