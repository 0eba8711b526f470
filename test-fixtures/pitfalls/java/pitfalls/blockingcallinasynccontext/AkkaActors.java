package pitfalls.blockingcallinasynccontext;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Props;
import akka.actor.UntypedAbstractActor;

/** Actors share the threads of Akka's default dispatcher. */
final class AkkaActors {
  private AkkaActors() {}

  static final class CartActor extends AbstractActor {
    private final CartRepository carts;

    CartActor(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              id ->
                  getSender()
                      .tell(carts.load(id), getSelf())) // expect: BlockingCallInAsyncContext
          .build();
    }
  }

  static ActorRef cartActor(ActorSystem system, CartRepository carts) {
    return system.actorOf(Props.create(CartActor.class, () -> new CartActor(carts)));
  }

  static final class SavingActor extends UntypedAbstractActor {
    private final CartRepository carts;

    SavingActor(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public void onReceive(Object message) {
      carts.save((Cart) message); // expect: BlockingCallInAsyncContext
    }
  }

  static ActorRef savingActor(ActorSystem system, CartRepository carts) {
    return system.actorOf(Props.create(SavingActor.class, () -> new SavingActor(carts)));
  }

  /** Runs on a dispatcher of its own: silent. */
  static final class ArchiveActor extends AbstractActor {
    private final CartRepository carts;

    ArchiveActor(CartRepository carts) {
      this.carts = carts;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder().match(Cart.class, carts::save).build();
    }
  }

  static ActorRef archiveActor(ActorSystem system, CartRepository carts) {
    return system.actorOf(
        Props.create(ArchiveActor.class, () -> new ArchiveActor(carts))
            .withDispatcher("archive-dispatcher"));
  }
}
