package io.github.asynclint.engine.resolve;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers to questions that may lead back to themselves: such a one is answered with "unknown" inside its
 * own computation, and answers that rest on an unfinished one are not kept. So what is remembered does
 * not depend on the order of questions.
 */
public final class Cycles {
  /** Deeper questions are answered with unknown: a bound for the stack, far above real code. */
  private static final int MAX_DEPTH = 150;

  private int depth;
  private int lowestUnfinished = Integer.MAX_VALUE;

  /** A table of answers of one sort; all tables of one {@link Cycles} know of each other's questions. */
  public <T> Table<T> table(T unknown) {
    return new Table<>(unknown);
  }

  /** Remembered answers of one sort. */
  public final class Table<T> {
    private final T unknown;
    private final Map<Object, T> known = new HashMap<>();
    private final Map<Object, Integer> open = new HashMap<>();

    private Table(T unknown) {
      this.unknown = unknown;
    }

    public T compute(Object question, Supplier<T> answer) {
      T found = known.get(question);
      if (found != null) {
        return found;
      }
      Integer unfinished = open.get(question);
      if (unfinished != null || depth >= MAX_DEPTH) {
        lowestUnfinished = Math.min(lowestUnfinished, unfinished == null ? 0 : unfinished);
        return unknown;
      }
      int own = depth++;
      int before = lowestUnfinished;
      lowestUnfinished = Integer.MAX_VALUE;
      open.put(question, own);
      try {
        T result = answer.get();
        if (lowestUnfinished >= own) {
          known.put(question, result);
          lowestUnfinished = before;
        } else {
          lowestUnfinished = Math.min(lowestUnfinished, before);
        }
        return result;
      } finally {
        open.remove(question);
        depth--;
      }
    }
  }
}
