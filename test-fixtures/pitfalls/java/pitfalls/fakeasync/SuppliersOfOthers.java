package pitfalls.fakeasync;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Is what anybody may implement by a lambda taken for the one class here that implements it? */
final class SuppliersOfOthers {
  private final Supplier<Profile> current;

  SuppliersOfOthers(Supplier<Profile> current) {
    this.current = current;
  }

  CompletableFuture<Profile> whateverTheCallerHasInMind() {
    return CompletableFuture.completedFuture(current.get());
  }

  CompletableFuture<Profile> theStoredOne(ProfileRepository profiles) {
    StoredProfile stored = new StoredProfile(profiles, "default");
    return CompletableFuture.completedFuture(stored.get()); // expect: FakeAsync
  }

  /** The only class of the program that is a supplier. */
  static final class StoredProfile implements Supplier<Profile> {
    private final ProfileRepository profiles;
    private final String id;

    StoredProfile(ProfileRepository profiles, String id) {
      this.profiles = profiles;
      this.id = id;
    }

    @Override
    public Profile get() {
      return profiles.load(id);
    }
  }
}
