package pitfalls.unboundedwait;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import io.netty.channel.Channel;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.publisher.Flux;

/** Threads that wait for work of the same program, as long as it takes. */
final class PlainWaits {
  private final ExecutorService reports = Executors.newFixedThreadPool(4);

  long totalOf(ExecutorService pool, List<Long> prices)
      throws InterruptedException, ExecutionException {
    Future<Long> total = pool.submit(() -> prices.stream().mapToLong(Long::longValue).sum());
    int count = prices.size();
    return total.get() / count; // expect: UnboundedWait likely
  }

  String callersFuture(CompletableFuture<String> answer) {
    return answer.join(); // expect: UnboundedWait likely
  }

  int loaded(CountDownLatch loaded, List<String> carts) throws InterruptedException {
    loaded.await(); // expect: UnboundedWait definite
    return carts.size();
  }

  String guava(ListenableFuture<String> user) {
    return Futures.getUnchecked(user); // expect: UnboundedWait likely
  }

  String uninterrupted(ListenableFuture<String> user) throws ExecutionException {
    return Uninterruptibles.getUninterruptibly(user); // expect: UnboundedWait likely
  }

  Integer stock(Single<Integer> stock) {
    return stock.blockingGet(); // expect: UnboundedWait likely
  }

  String greeting(Uni<String> greeting) {
    return greeting.await().indefinitely(); // expect: UnboundedWait likely
  }

  List<String> names(Flux<String> names) {
    return names.collectList().block(); // expect: UnboundedWait likely
  }

  void push(Channel channel, String quote) throws InterruptedException {
    channel.writeAndFlush(quote).sync(); // expect: UnboundedWait likely
  }

  List<String> eachByReference(List<CompletableFuture<String>> answers) {
    return answers.stream().map(CompletableFuture::join).toList(); // expect: UnboundedWait likely
  }

  List<String> eachByLambda(List<CompletableFuture<String>> answers) {
    return answers.stream()
        .map(answer -> answer.join()) // expect: UnboundedWait likely
        .toList();
  }

  void onAPoolOfItsOwn(CompletableFuture<String> answer) {
    reports.execute(
        () -> {
          String report = answer.join(); // expect: UnboundedWait likely
          System.out.println(report);
        });
  }

  CompletableFuture<Integer> inATaskOfAnAsyncMethod(CompletableFuture<String> answer) {
    return CompletableFuture.supplyAsync(
        () -> answer.join().length(), reports); // expect: UnboundedWait likely
  }

  long neitherBoundedNorOfUse(List<Long> prices) {
    return CompletableFuture.supplyAsync(() -> prices.stream().mapToLong(Long::longValue).sum())
        .join(); // expect: AsyncWithoutBenefit, UnboundedWait likely
  }
}
