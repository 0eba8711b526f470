package io.github.asynclint.harness.pitfalls;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** In which of the places where the analysis is seated does a fixture run? */
enum Seat {
  SPOTBUGS("spotbugs"),
  ERROR_PRONE("error-prone"),
  SOURCE("source");

  private final String title;

  Seat(String title) {
    this.title = title;
  }

  /** The seat's name in marks and reports. */
  String title() {
    return title;
  }

  static Optional<Seat> named(String title) {
    return Arrays.stream(values()).filter(seat -> seat.title.equals(title)).findFirst();
  }

  static String titles() {
    return Arrays.stream(values()).map(Seat::title).collect(Collectors.joining(", "));
  }
}
