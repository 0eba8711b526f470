package io.github.asynclint.engine.facts;

import java.util.List;

/**
 * Where an event stands: its line (from 1; 0 when not recorded) and the regions around it.
 *
 * @param line for a call the line of the called method's name; for a constructor of {@code new}; for
 *     a method reference or lambda of the reference or the arrow's expression start
 * @param regions ids of the enclosing regions, ascending
 */
public record Place(int line, List<Integer> regions) {
  public Place {
    regions = List.copyOf(regions);
  }
}
