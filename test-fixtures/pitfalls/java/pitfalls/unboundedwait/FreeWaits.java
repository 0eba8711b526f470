package pitfalls.unboundedwait;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.smallrye.common.annotation.RunOnVirtualThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Waits without a time that are over at once, cost no thread, or are meant to last. */
final class FreeWaits {
  private static Producer<String, String> producer;

  /** Sends one message and ends. */
  public static void main(String[] arguments) throws Exception {
    producer.send(new ProducerRecord<>("orders", arguments[0])).get();
  }

  String ifItIsThere(CompletableFuture<String> answer) {
    return answer.isDone() ? answer.join() : "later";
  }

  String result(Future<String> report) throws InterruptedException, ExecutionException {
    if (!report.isDone()) {
      return "not yet";
    }
    return report.get();
  }

  List<String> afterAllInTime(List<CompletableFuture<String>> answers)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture.allOf(answers.toArray(new CompletableFuture[0])).get(5, TimeUnit.SECONDS);
    return answers.stream().map(CompletableFuture::join).toList();
  }

  List<Integer> afterAllInTimeByLambda(List<CompletableFuture<String>> answers)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture.allOf(answers.toArray(new CompletableFuture[0])).get(5, TimeUnit.SECONDS);
    return answers.stream().map(answer -> answer.join().length()).toList();
  }

  CompletableFuture<String> inTheCallbackOfBoth(
      CompletableFuture<String> name, CompletableFuture<String> street) {
    return CompletableFuture.allOf(name, street).thenApply(v -> name.join() + street.join());
  }

  @RunOnVirtualThread
  String onAVirtualThread(CompletableFuture<String> answer) {
    return answer.join();
  }

  Channel serve(ServerBootstrap server) throws InterruptedException {
    return server.bind(8080).sync().channel();
  }

  void untilItCloses(Channel channel) throws InterruptedException {
    channel.closeFuture().sync();
  }

  String withoutWaiting(CompletableFuture<String> answer) {
    return answer.getNow("later");
  }

  /** Helps with other tasks while it waits. */
  static final class Total extends RecursiveTask<Long> {
    private final List<Long> prices;

    Total(List<Long> prices) {
      this.prices = prices;
    }

    @Override
    protected Long compute() {
      if (prices.size() < 100) {
        return prices.stream().mapToLong(Long::longValue).sum();
      }
      Total left = new Total(prices.subList(0, prices.size() / 2));
      left.fork();
      long right = new Total(prices.subList(prices.size() / 2, prices.size())).compute();
      return left.join() + right;
    }
  }
}
