package pitfalls.ignoredfailureparameter;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where parcels are looked for; nobody implements it here. */
interface ParcelFinder {
  CompletableFuture<Parcel> find(String id);

  CompletionStage<Integer> weigh(Parcel parcel);

  CompletableFuture<Void> announce(Parcel parcel);
}
