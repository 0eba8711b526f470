package io.github.asynclint.cli.colors;

import io.github.asynclint.engine.model.ContextKind;
import java.util.Locale;
import java.util.Set;

/** Which colour does code have that runs on some kinds of thread? */
enum Palette {
  EVENT_LOOP("#cfe2ff"),
  UI("#e2d9f3"),
  NONBLOCKING_SCHEDULER("#cff4fc"),
  SINGLE_TIMER("#b6d4fe"),
  CLIENT_IO("#bcd0ee"),
  ACTOR("#f7d6e6"),
  COMMON_POOL("#fff3cd"),
  BOUNDED_EXECUTOR("#d1e7dd"),
  CLIENT_POOL("#e6edc8"),
  WORKER("#d8f3dc"),
  VIRTUAL("#e9f5db"),
  NEW_THREAD("#f1efe0"),
  UNKNOWN("#e9ecef"),
  SEVERAL("#ffffff"),
  END("#f8d7da");

  private final String fill;

  Palette(String fill) {
    this.fill = fill;
  }

  String fill() {
    return fill;
  }

  /** As a legend says it. */
  String label() {
    return switch (this) {
      case UI -> "UI thread";
      case CLIENT_IO -> "client I/O thread";
      case NONBLOCKING_SCHEDULER -> "non-blocking scheduler";
      case UNKNOWN -> "unknown thread";
      case SEVERAL -> "several kinds of thread";
      case END -> "holds the thread";
      default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  static Palette of(Set<ContextKind> kinds) {
    return kinds.size() == 1 ? valueOf(kinds.iterator().next().name()) : SEVERAL;
  }
}
