package pitfalls.cpuworkoneventloop;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

/** Actors share the threads of the default dispatcher unless their Props name another one. */
final class Actors {
  private Actors() {}

  static final class Registrations extends AbstractActor {
    private final PasswordService passwords;

    Registrations(PasswordService passwords) {
      this.passwords = passwords;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              password -> {
                String hash = passwords.hash(password); // expect: CpuWorkOnEventLoop
                getSender().tell(hash, getSelf());
              })
          .build();
    }
  }

  static ActorRef registrations(ActorSystem system, PasswordService passwords) {
    return system.actorOf(Props.create(Registrations.class, () -> new Registrations(passwords)));
  }

  /** Runs on the dispatcher that is named below: silent. */
  static final class HashingActor extends AbstractActor {
    private final PasswordService passwords;

    HashingActor(PasswordService passwords) {
      this.passwords = passwords;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(String.class, password -> getSender().tell(passwords.hash(password), getSelf()))
          .build();
    }
  }

  static ActorRef hashing(ActorSystem system, PasswordService passwords) {
    return system.actorOf(
        Props.create(HashingActor.class, () -> new HashingActor(passwords))
            .withDispatcher("hashing-dispatcher"));
  }
}
