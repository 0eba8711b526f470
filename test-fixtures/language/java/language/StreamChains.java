package language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stream chains: receivers that are results of calls, over several lines. */
final class StreamChains {
  record Order(String buyer, int cents) {}

  private CompletableFuture<Order> load(String id) {
    return CompletableFuture.completedFuture(new Order(id, 1));
  }

  List<String> oneLine(List<Order> orders) {
    return orders.stream().map(Order::buyer).distinct().toList();
  }

  Map<String, Integer> collected(List<Order> orders) {
    return orders.stream()
        .filter(o -> o.cents() > 0)
        .sorted(Comparator.comparing(Order::cents).reversed())
        .collect(Collectors.groupingBy(Order::buyer, Collectors.summingInt(Order::cents)));
  }

  List<CompletableFuture<Order>> futures(List<String> ids) {
    return ids.stream().map(this::load).collect(Collectors.toList());
  }

  List<Order> startedThenJoined(List<String> ids) {
    List<CompletableFuture<Order>> running = ids.stream().map(id -> load(id)).toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  int reduced(List<Order> orders) {
    return orders.stream().map(Order::cents).reduce(0, Integer::sum);
  }

  int primitive(int limit) {
    return IntStream.range(0, limit).map(i -> i * 2).filter(i -> i % 3 == 0).sum();
  }

  void parallel(List<Order> orders) {
    orders.parallelStream().forEach(o -> load(o.buyer()));
  }

  Stream<Order> flattened(List<List<Order>> batches) {
    return batches.stream().flatMap(batch -> batch.stream().peek(o -> o.buyer()));
  }

  Stream<Order> splitIntoLocals(List<Order> orders) {
    Stream<Order> all = orders.stream();
    Stream<Order> paid = all.filter(o -> o.cents() > 0);
    return paid.limit(10);
  }

  /** The intermediate result is dropped: the stream never runs. */
  void neverTerminated(List<Order> orders) {
    orders.stream().map(o -> load(o.buyer()));
  }
}
