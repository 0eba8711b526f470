package pitfalls.unsafestateacrossasync;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/** A typed actor's fields belong to its messages; what a future brings must come as one. */
final class TypedActorState {
  /** What are the actors here told? */
  interface Command {}

  record Ask(String currency) implements Command {}

  record Rate(String currency, double value) implements Command {}

  record NoRate(String currency, String why) implements Command {}

  private TypedActorState() {}

  /** The callback runs beside the actor's messages. */
  static final class Rates extends AbstractBehavior<Command> {
    private final Map<String, Rate> known = new HashMap<>();
    private final Executor workers;

    private Rates(ActorContext<Command> context, Executor workers) {
      super(context);
      this.workers = workers;
    }

    static Behavior<Command> create(Executor workers) {
      return Behaviors.setup(context -> new Rates(context, workers));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              Ask.class,
              ask -> {
                if (!known.containsKey(ask.currency())) {
                  CompletableFuture.supplyAsync(() -> new Rate(ask.currency(), 1.0), workers)
                      .thenAccept(rate -> known.put(ask.currency(), rate)) // expect: UnsafeStateAcrossAsync
                      .exceptionally(
                          failure -> {
                            getContext().getLog().warn("no rate", failure);
                            return null;
                          });
                }
                return this;
              })
          .build();
    }
  }

  /** The outcome comes back as a message: silent. */
  static final class PipedRates extends AbstractBehavior<Command> {
    private final Map<String, Rate> known = new HashMap<>();
    private final Executor workers;
    private int asked;

    private PipedRates(ActorContext<Command> context, Executor workers) {
      super(context);
      this.workers = workers;
    }

    static Behavior<Command> create(Executor workers) {
      return Behaviors.setup(context -> new PipedRates(context, workers));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              Ask.class,
              ask -> {
                asked++;
                getContext()
                    .pipeToSelf(
                        CompletableFuture.supplyAsync(() -> new Rate(ask.currency(), 1.0), workers),
                        (rate, failure) ->
                            failure == null
                                ? rate
                                : new NoRate(ask.currency(), failure.getMessage()));
                return this;
              })
          .onMessage(
              Rate.class,
              rate -> {
                known.put(rate.currency(), rate);
                return this;
              })
          .onMessage(NoRate.class, missing -> forget(missing.currency()))
          .build();
    }

    private Behavior<Command> forget(String currency) {
      known.remove(currency);
      asked--;
      return this;
    }
  }

  /** The adapter of pipeToSelf runs when the outcome is handled as a message: silent. */
  static final class CountingRates extends AbstractBehavior<Command> {
    private final Executor workers;
    private int failures;

    private CountingRates(ActorContext<Command> context, Executor workers) {
      super(context);
      this.workers = workers;
    }

    static Behavior<Command> create(Executor workers) {
      return Behaviors.setup(context -> new CountingRates(context, workers));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              Ask.class,
              ask -> {
                getContext()
                    .pipeToSelf(
                        CompletableFuture.supplyAsync(() -> new Rate(ask.currency(), 1.0), workers),
                        (rate, failure) -> {
                          if (failure == null) {
                            return rate;
                          }
                          failures++;
                          return new NoRate(ask.currency(), failures + " failures");
                        });
                return this;
              })
          .build();
    }
  }
}
