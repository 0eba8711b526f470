package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is repeated, and what holds after a loop? */
public final class Loops<V> {
  /**
   * What jumps and values need to know of a loop.
   *
   * @param label empty where the loop has none
   * @param assigned the locals that are assigned anywhere in the loop
   */
  public record Head<V>(String label, Collection<V> assigned) {}

  /** Reads what is repeated; leaves the state of its end and gives the one of its normal exit. */
  private interface Repeated<V> {
    Optional<State<V>> read(Jumps.Target<V> target);
  }

  private final BodyBuilder<V> body;

  public Loops(BodyBuilder<V> body) {
    this.body = body;
  }

  public void whileLoop(Head<V> head, Supplier<Outcome<V>> condition, Runnable block) {
    forLoop(head, Optional.of(condition), block, () -> {});
  }

  /** What follows the initialization; a loop without a condition ends by jumps only. */
  public void forLoop(
      Head<V> head, Optional<Supplier<Outcome<V>>> condition, Runnable block, Runnable update) {
    loop(
        head,
        target -> {
          Optional<State<V>> done = Optional.empty();
          if (condition.isPresent()) {
            Outcome<V> outcome = condition.get().get();
            body.state = outcome.whenTrue;
            done = outcome.whenFalse;
          }
          repeat(block, target);
          if (body.reachable()) {
            update.run();
          }
          return done;
        });
  }

  public void doLoop(Head<V> head, Runnable block, Supplier<Outcome<V>> condition) {
    loop(
        head,
        target -> {
          repeat(block, target);
          if (!body.reachable()) {
            return Optional.empty();
          }
          Outcome<V> outcome = condition.get();
          body.state = outcome.whenTrue;
          return outcome.whenFalse;
        });
  }

  /** {@code for (element : array)}: no events besides those of the expression and the block. */
  public void overArray(Head<V> head, V element, Value array, Runnable block) {
    loop(
        head,
        target -> {
          Optional<State<V>> done = body.state;
          body.declare(element, Values.element(array));
          repeat(block, target);
          return done;
        });
  }

  /** {@code for (element : iterable)}, with the calls that the compiler adds. */
  public void overIterator(
      Head<V> head,
      int line,
      Supplier<Value> hasNext,
      V element,
      Supplier<Value> next,
      Runnable block) {
    loop(
        head,
        target -> {
          Value more = hasNext.get();
          body.use(line, List.of(more));
          Optional<State<V>> done = body.state;
          body.enter(body.region(id -> new Region.Branch(id, more, true)));
          body.declare(element, next.get());
          repeat(block, target);
          return done;
        });
  }

  private void repeat(Runnable block, Jumps.Target<V> target) {
    block.run();
    body.state = State.join(body.state, target.continues);
  }

  private void loop(Head<V> head, Repeated<V> repeated) {
    if (!body.reachable()) {
      return;
    }
    List<Integer> around = body.state.get().regions();
    Map<V, Value> carried = new LinkedHashMap<>();
    for (V local : head.assigned()) {
      Set<Value> atEntry = body.state.get().locals().get(local);
      if (atEntry != null) {
        carried.put(local, body.loops.open(atEntry));
      }
    }
    carried.forEach(body::assign);
    body.enter(body.region(Region.Loop::new));
    Jumps.Target<V> target = new Jumps.Target<>(head.label(), Jumps.Kind.LOOP);
    body.targets.add(target);
    Optional<State<V>> done = repeated.read(target);
    body.targets.remove(target);
    body.state.ifPresent(
        at ->
            carried.forEach(
                (local, placeholder) ->
                    body.loops.add(placeholder, at.locals().getOrDefault(local, Set.of()))));
    body.state = State.join(done, target.breaks).map(at -> at.in(around));
  }
}
