package io.github.asynclint.rules.promises;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.resolve.BodyView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What stands directly in which region, in the order of evaluation? */
sealed interface Node {
  record Leaf(Event event) implements Node {}

  record Part(Region region, List<Node> children) implements Node {
    public Part {
      children = List.copyOf(children);
    }
  }

  /** The nodes of a body; handlers that do nothing are there, too. */
  static List<Node> of(BodyView body) {
    return read(body, body.events(), 0);
  }

  private static List<Node> read(BodyView body, List<Event> events, int depth) {
    List<Node> nodes = new ArrayList<>();
    int at = 0;
    while (at < events.size()) {
      List<Integer> path = events.get(at).place().regions();
      if (path.size() == depth) {
        nodes.add(new Leaf(events.get(at++)));
        continue;
      }
      int id = path.get(depth);
      int end = at;
      while (end < events.size() && isIn(events.get(end), depth, id)) {
        end++;
      }
      Region region = body.callable().body().regions().get(id);
      nodes.add(new Part(region, read(body, events.subList(at, end), depth + 1)));
      if (region instanceof Region.Try) {
        addEmptyHandlers(body, id, nodes);
      }
      at = end;
    }
    return nodes;
  }

  private static boolean isIn(Event event, int depth, int region) {
    List<Integer> path = event.place().regions();
    return path.size() > depth && path.get(depth) == region;
  }

  private static void addEmptyHandlers(BodyView body, int tryId, List<Node> nodes) {
    for (Region region : body.callable().body().regions()) {
      if (region instanceof Region.Catch handler
          && handler.tryId() == tryId
          && body.events().stream()
              .noneMatch(event -> event.place().regions().contains(handler.id()))) {
        nodes.add(new Part(handler, List.of()));
      }
    }
  }

  /** Whether an event in here is wanted. */
  default boolean any(Predicate<Event> wanted) {
    return this instanceof Leaf leaf
        ? wanted.test(leaf.event())
        : ((Part) this).children().stream().anyMatch(child -> child.any(wanted));
  }
}
