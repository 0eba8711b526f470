package pitfalls.unhandledasyncfailure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The asynchronous client of a carrier, as a service declares it for itself. */
interface CarrierClient {
  CompletableFuture<Shipment> track(String id);

  CompletableFuture<String> status(String id);

  CompletableFuture<Void> book(Shipment shipment);

  CompletionStage<byte[]> label(Shipment shipment);

  CompletableFuture<Void> warmUp();
}
