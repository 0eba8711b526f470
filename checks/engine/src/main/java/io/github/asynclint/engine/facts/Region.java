package io.github.asynclint.engine.facts;

import java.util.List;

/**
 * A part of a body that events stand in. {@code id} is the index in {@link Body#regions()}; a region's
 * id is greater than those of the regions that enclose it.
 */
public sealed interface Region {
  int id();

  /** The repeated part of a loop: condition, update and body. */
  record Loop(int id) implements Region {}

  /**
   * What runs only when {@code condition} was {@code outcome}, including what follows an early exit of
   * the other outcome. {@code !} is folded into the outcome; {@code &&} and {@code ||} give nested
   * branches; a case of a switch has the selector as its condition and outcome {@code true}.
   */
  record Branch(int id, Value condition, boolean outcome) implements Region {}

  /** The protected block of a try statement that has catch clauses or a finally block. */
  record Try(int id) implements Region {}

  /** A catch clause of the try with that id; {@code types} are binary names. */
  record Catch(int id, int tryId, List<String> types) implements Region {
    public Catch {
      types = List.copyOf(types);
    }
  }

  /** The finally block of the try with that id; its events stand in the body once. */
  record Finally(int id, int tryId) implements Region {}

  /** The block of a synchronized statement on {@code monitor}. */
  record Lock(int id, Value monitor) implements Region {}
}
