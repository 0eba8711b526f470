package pitfalls.blockingcallinasynccontext;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Typed actors share the threads of the default dispatcher. */
final class TypedPekkoActors {
  /** What may a cart's actor be told? */
  interface Command {}

  record Save(Cart cart) implements Command {}

  record Find(String id) implements Command {}

  record Found(Cart cart) implements Command {}

  record Lost(String why) implements Command {}

  private TypedPekkoActors() {}

  /** Blocks where it handles messages. */
  static final class CartActor extends AbstractBehavior<Command> {
    private final CartRepository carts;

    private CartActor(ActorContext<Command> context, CartRepository carts) {
      super(context);
      this.carts = carts;
    }

    static Behavior<Command> create(CartRepository carts) {
      return Behaviors.setup(context -> new CartActor(context, carts));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              Save.class,
              save -> {
                carts.save(save.cart()); // expect: BlockingCallInAsyncContext
                return this;
              })
          .onMessage(Find.class, this::found)
          .build();
    }

    private Behavior<Command> found(Find find) {
      carts.remember(carts.recent(find.id()));
      return this;
    }
  }

  static Behavior<Command> functional(CartRepository carts) {
    return Behaviors.receive(
        (context, message) -> {
          carts.load("default"); // expect: BlockingCallInAsyncContext
          return Behaviors.same();
        });
  }

  static Behavior<Command> loadedAtTheStart(CartRepository carts) {
    return Behaviors.setup(
        context -> {
          Cart first = carts.load("default"); // expect: BlockingCallInAsyncContext
          carts.remember(first);
          return Behaviors.empty();
        });
  }

  /** The outcome comes back as a message: silent. */
  static final class PipingActor extends AbstractBehavior<Command> {
    private final CartRepository carts;
    private final Executor workers;

    private PipingActor(ActorContext<Command> context, CartRepository carts, Executor workers) {
      super(context);
      this.carts = carts;
      this.workers = workers;
    }

    static Behavior<Command> create(CartRepository carts, Executor workers) {
      return Behaviors.setup(context -> new PipingActor(context, carts, workers));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder().onMessage(Find.class, this::find).build();
    }

    private Behavior<Command> find(Find find) {
      getContext()
          .pipeToSelf(
              CompletableFuture.supplyAsync(() -> carts.load(find.id()), workers),
              (cart, failure) ->
                  failure == null ? new Found(cart) : new Lost(failure.getMessage()));
      return this;
    }
  }

  /** Spawned with the dispatcher for blocking work: silent. */
  static final class ArchiveActor extends AbstractBehavior<Command> {
    private final CartRepository carts;

    private ArchiveActor(ActorContext<Command> context, CartRepository carts) {
      super(context);
      this.carts = carts;
    }

    static Behavior<Command> create(CartRepository carts) {
      return Behaviors.setup(context -> new ArchiveActor(context, carts));
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              Save.class,
              save -> {
                carts.save(save.cart());
                return this;
              })
          .build();
    }
  }

  /** Spawned with a dispatcher that the configuration names: silent. */
  static final class ReportActor extends AbstractBehavior<Command> {
    private final CartRepository carts;

    ReportActor(ActorContext<Command> context, CartRepository carts) {
      super(context);
      this.carts = carts;
    }

    @Override
    public Receive<Command> createReceive() {
      return newReceiveBuilder().onMessage(Find.class, this::report).build();
    }

    private Behavior<Command> report(Find find) {
      carts.load(find.id());
      return this;
    }
  }

  static Behavior<Command> guardian(CartRepository carts) {
    return Behaviors.setup(
        context -> {
          context.spawn(ArchiveActor.create(carts), "archive", DispatcherSelector.blocking());
          context.spawn(
              Behaviors.<Command>setup(inner -> new ReportActor(inner, carts)),
              "report",
              DispatcherSelector.fromConfig("reports"));
          context.spawn(CartActor.create(carts), "carts");
          return Behaviors.empty();
        });
  }
}
