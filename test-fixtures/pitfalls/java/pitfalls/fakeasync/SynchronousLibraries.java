package pitfalls.fakeasync;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.pulsar.client.api.MessageId;
import org.apache.pulsar.client.api.Producer;
import org.apache.pulsar.client.api.PulsarClientException;
import org.springframework.data.repository.CrudRepository;
import reactor.core.publisher.Mono;
import retrofit2.Call;

/** Methods of async signature over the synchronous halves of libraries. */
final class SynchronousLibraries {
  private final Executor workers;

  SynchronousLibraries(Executor workers) {
    this.workers = workers;
  }

  /** Made by Spring Data. */
  interface Profiles extends CrudRepository<Profile, String> {}

  CompletableFuture<Profile> executedByRetrofit(Call<Profile> profile) throws IOException {
    return CompletableFuture.completedFuture(profile.execute().body()); // expect: FakeAsync
  }

  CompletableFuture<Profile> executedOnWorkers(Call<Profile> profile) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return profile.execute().body();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        workers);
  }

  CompletableFuture<Optional<Profile>> foundBySpringData(Profiles profiles, String id) {
    return CompletableFuture.completedFuture(profiles.findById(id)); // expect: FakeAsync
  }

  CompletableFuture<Long> countedByTheBroker(Channel channel) throws IOException {
    long waiting = channel.messageCount("profiles"); // expect: FakeAsync
    return CompletableFuture.completedFuture(waiting);
  }

  Mono<MessageId> sentBeforeAnybodySubscribes(Producer<String> producer, String id)
      throws PulsarClientException {
    MessageId receipt = producer.send(id); // expect: FakeAsync
    return Mono.just(receipt);
  }

  Mono<MessageId> sentByTheAsyncHalf(Producer<String> producer, String id) {
    return Mono.fromFuture(() -> producer.sendAsync(id));
  }
}
