package io.github.asynclint.engine.model;

import java.util.List;

/**
 * When a modelled effect does not happen. Conditions are suppressions: one that cannot be decided keeps
 * the effect and lowers its certainty where {@code weakens} says so.
 */
public sealed interface Condition {
  /** The receiver (a future) is known to be complete. */
  record ReceiverDone() implements Condition {}

  /** The receiver or an argument ({@code index} from 0, -1 for the receiver) has one of these types. */
  record HasType(int index, List<String> types) implements Condition {
    public HasType {
      types = List.copyOf(types);
    }
  }

  /** The argument with that index is that constant. */
  record IsConstant(int index, String text) implements Condition {}
}
