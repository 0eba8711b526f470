package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values reach handlers and finally blocks, and what holds after a try statement? */
public final class Tries<V> {
  /**
   * A catch clause.
   *
   * @param types binary names
   */
  public record Handler<V>(List<String> types, V parameter, Runnable block) {}

  /** Collects what locals may hold anywhere inside a block. */
  static final class Watch<V> {
    State<V> seen;

    Watch(State<V> seen) {
      this.seen = seen;
    }
  }

  private final BodyBuilder<V> body;

  public Tries(BodyBuilder<V> body) {
    this.body = body;
  }

  public void read(Runnable block, List<Handler<V>> handlers, Optional<Runnable> cleanup) {
    if (handlers.isEmpty() && cleanup.isEmpty()) {
      block.run();
      return;
    }
    int region = body.region(Region.Try::new);
    withFinally(region, () -> handled(region, block, handlers), cleanup);
  }

  /** What follows a resource, and then its closing. */
  public void closing(Runnable block, Runnable close) {
    read(block, List.of(), Optional.of(close));
  }

  private void handled(int region, Runnable block, List<Handler<V>> handlers) {
    State<V> entry = body.state.get();
    Watch<V> watch = watch(entry);
    body.enter(region);
    block.run();
    body.leave(region);
    body.watches.remove(watch);
    for (Handler<V> handler : handlers) {
      Optional<State<V>> before = body.state;
      body.state = Optional.of(watch.seen.in(entry.regions()));
      int caught = body.region(id -> new Region.Catch(id, region, handler.types()));
      body.enter(caught);
      body.declare(handler.parameter(), new Value.Caught(caught));
      handler.block().run();
      body.leave(caught);
      body.state = State.join(before, body.state);
    }
  }

  /** Runs the block and then its finally block, which may follow any point of the block. */
  private void withFinally(int region, Runnable block, Optional<Runnable> after) {
    if (!body.reachable()) {
      return;
    }
    if (after.isEmpty()) {
      block.run();
      return;
    }
    State<V> entry = body.state.get();
    Watch<V> inside = watch(entry);
    block.run();
    body.watches.remove(inside);
    Optional<State<V>> normal = body.state;

    Watch<V> assigned = watch(State.start());
    body.state = Optional.of(inside.seen.in(entry.regions()));
    body.enter(body.region(id -> new Region.Finally(id, region)));
    after.get().run();
    body.watches.remove(assigned);
    Optional<State<V>> end = body.state;
    body.state = end.isEmpty() ? Optional.empty() : normal;
    for (Map.Entry<V, Set<Value>> write : assigned.seen.locals().entrySet()) {
      Set<Value> last = end.map(at -> at.locals().get(write.getKey())).orElse(Set.of());
      body.state = body.state.map(at -> at.assign(write.getKey(), last));
    }
  }

  private Watch<V> watch(State<V> entry) {
    Watch<V> watch = new Watch<>(entry);
    body.watches.add(watch);
    return watch;
  }
}
