package io.github.asynclint.engine.facts.build;

import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which arms does a switch have, and what holds after it? */
public final class Switches<V> {
  /**
   * One case.
   *
   * @param bind declares what the labels bind
   * @param fallsThrough whether the end of the block is the start of the next arm's
   */
  public record Arm<V>(
      boolean isDefault,
      Runnable bind,
      Optional<Supplier<Outcome<V>>> guard,
      boolean fallsThrough,
      Runnable block) {}

  private final BodyBuilder<V> body;

  public Switches(BodyBuilder<V> body) {
    this.body = body;
  }

  /** {@code label} is empty where the statement has none. */
  public void statement(String label, int line, Value selector, List<Arm<V>> arms) {
    read(new Jumps.Target<>(label, Jumps.Kind.SWITCH), line, selector, arms);
  }

  /** The choice of what the arms yield. */
  public Value expression(int line, Value selector, List<Arm<V>> arms) {
    Jumps.Target<V> target = new Jumps.Target<>("", Jumps.Kind.SWITCH_EXPRESSION);
    read(target, line, selector, arms);
    return Values.choice(target.yields);
  }

  private void read(Jumps.Target<V> target, int line, Value selector, List<Arm<V>> arms) {
    body.use(line, List.of(selector));
    if (!body.reachable()) {
      return;
    }
    State<V> entry = body.state.get();
    boolean complete = target.kind == Jumps.Kind.SWITCH_EXPRESSION;
    Optional<State<V>> falling = Optional.empty();
    body.targets.add(target);
    for (Arm<V> arm : arms) {
      complete |= arm.isDefault();
      State<V> inArm = entry.within(body.region(id -> new Region.Branch(id, selector, true)));
      body.state = Optional.of(inArm);
      arm.bind().run();
      arm.guard().ifPresent(guard -> body.state = guard.get().whenTrue);
      body.state = State.join(body.state, falling.map(at -> at.in(inArm.regions())));
      falling = Optional.empty();
      arm.block().run();
      if (arm.fallsThrough()) {
        falling = body.state;
      } else {
        target.breaks = State.join(target.breaks, body.state);
      }
    }
    body.targets.remove(target);
    Optional<State<V>> after = State.join(target.breaks, falling);
    if (!complete) {
      after = State.join(after, Optional.of(entry));
    }
    body.state = after.map(at -> at.in(entry.regions()));
  }
}
