package pitfalls.unsafestateacrossasync;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;

/** An actor's fields belong to its messages, not to the callbacks that it starts. */
final class ActorState {
  record Rate(String currency, double value) {}

  private ActorState() {}

  /** Messages come one at a time: silent. */
  static final class Totals extends AbstractActor {
    private final Map<String, Integer> totals = new HashMap<>();
    private int messages;

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              key -> {
                messages++;
                totals.merge(key, messages, Integer::sum);
              })
          .build();
    }
  }

  /** The callback runs beside the actor's messages. */
  static final class Rates extends AbstractActor {
    private final Map<String, Rate> known = new HashMap<>();
    private final Executor workers;

    Rates(Executor workers) {
      this.workers = workers;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              currency -> {
                Rate old = known.get(currency);
                CompletableFuture.supplyAsync(() -> new Rate(currency, 1.0), workers)
                    .thenAccept(r -> known.put(currency, r)) // expect: UnsafeStateAcrossAsync
                    .exceptionally(
                        failure -> {
                          getSelf().tell(failure, ActorRef.noSender());
                          return null;
                        });
                getSender().tell(old == null ? currency : old, getSelf());
              })
          .build();
    }
  }

  /** The result comes back as a message: silent. */
  static final class PipedRates extends AbstractActor {
    private final Map<String, Rate> known = new HashMap<>();
    private final Executor workers;

    PipedRates(Executor workers) {
      this.workers = workers;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              currency ->
                  Patterns.pipe(
                          CompletableFuture.supplyAsync(() -> new Rate(currency, 1.0), workers),
                          getContext().dispatcher())
                      .to(getSelf()))
          .match(Rate.class, rate -> known.put(rate.currency(), rate))
          .build();
    }
  }
}
