package io.github.asynclint.engine.facts;

import java.util.List;

/** What a callable does: its events in order of evaluation and the regions they stand in. */
public record Body(List<Event> events, List<Region> regions) {
  public static final Body EMPTY = new Body(List.of(), List.of());

  public Body {
    events = List.copyOf(events);
    regions = List.copyOf(regions);
  }
}
