package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.facts.CallableId;
import java.util.List;
import java.util.Map;

/**
 * Where do threads enter a program, and on which ways do they meet what holds them?
 *
 * @param entryPoints in the order of classes and their code
 * @param hops of each body from which something that holds a thread is met: the hops that lead there, the
 *     first of those that lead to the same; what is not in it is not known to hold a thread
 * @param codes what the bodies of the hops and entry points are
 */
public record Picture(
    List<EntryPoint> entryPoints,
    Map<CallableId, List<Hop>> hops,
    Map<CallableId, Code> codes) {
  public Picture {
    entryPoints = List.copyOf(entryPoints);
    hops = Map.copyOf(hops);
    codes = Map.copyOf(codes);
  }

  /** The hops from a body towards what holds its thread; none where nothing is known to. */
  public List<Hop> hops(CallableId code) {
    return hops.getOrDefault(code, List.of());
  }
}
