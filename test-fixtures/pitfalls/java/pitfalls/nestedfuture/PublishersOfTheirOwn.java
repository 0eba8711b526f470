package pitfalls.nestedfuture;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.GroupedFlux;

/** Does a callback nest work when it makes an object that happens to be a publisher? */
final class PublishersOfTheirOwn {
  /** The users of one town, as a publisher with a name. */
  static final class Town implements Publisher<User> {
    private final String name;
    private final GroupedFlux<String, User> users;

    Town(String name, GroupedFlux<String, User> users) {
      this.name = name;
      this.users = users;
    }

    String name() {
      return name;
    }

    @Override
    public void subscribe(Subscriber<? super User> subscriber) {
      users.subscribe(subscriber);
    }
  }

  Flux<Town> groupsUnderAName(Flux<User> users) {
    return users.groupBy(User::team).map(group -> new Town(group.key(), group));
  }
}
