package pitfalls.unsubscribedpublisher;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mutiny: nothing runs without a subscriber, and subscribe() alone is not one. */
final class MutinyPipelines {
  private static final Logger log = LoggerFactory.getLogger(MutinyPipelines.class);

  interface Rooms {
    Uni<Void> lock(String room);

    Uni<Booking> current(String room);

    Multi<String> free();
  }

  private final Rooms rooms;
  private final BroadcastProcessor<String> freed = BroadcastProcessor.create();

  MutinyPipelines(Rooms rooms) {
    this.rooms = rooms;
  }

  void lockDropped(String room) {
    rooms.lock(room); // expect: UnsubscribedPublisher
  }

  void subscribeWithoutASubscriber(String room) {
    rooms.lock(room).subscribe(); // expect: UnsubscribedPublisher
  }

  void multiSubscribeWithoutASubscriber() {
    rooms.free().subscribe(); // expect: UnsubscribedPublisher
  }

  void chainDropped(String room) {
    rooms.current(room).chain(booking -> rooms.lock(booking.id())); // expect: UnsubscribedPublisher
  }

  void lockedForEach(List<String> all) {
    all.forEach(rooms::lock); // expect: UnsubscribedPublisher
  }

  void joinedAndDropped(String first, String second) {
    Uni.combine()
        .all()
        .unis(rooms.lock(first), rooms.lock(second))
        .discardItems(); // expect: UnsubscribedPublisher
  }

  Uni<Booking> lockedOnTheSide(String room) {
    Uni<Booking> current = rooms.current(room);
    current.onItem().ignore().andSwitchTo(rooms.lock(room)); // expect: UnsubscribedPublisher
    return current;
  }

  void subscribedWithBothHandlers(String room) {
    rooms
        .lock(room)
        .subscribe()
        .with(done -> log.info("locked {}", room), failure -> log.error("not locked", failure));
  }

  void multiSubscribedWithBothHandlers() {
    rooms
        .free()
        .subscribe()
        .with(room -> log.info("{} is free", room), failure -> log.error("broken", failure));
  }

  Uni<Booking> chainedAndReturned(String room) {
    return rooms.current(room).call(booking -> rooms.lock(booking.id()));
  }

  void emittedIntoAProcessor(String room) {
    freed.onNext(room);
  }

  Multi<String> freedRooms() {
    return freed.onItem().call(rooms::lock);
  }
}
