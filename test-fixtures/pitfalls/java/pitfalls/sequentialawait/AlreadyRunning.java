package pitfalls.sequentialawait;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does a stream start the work that it waits for, or only turn over what runs already? */
final class AlreadyRunning {
  List<Integer> turnedOverAndJoined(List<CompletionStage<Integer>> prices) {
    return prices.stream()
        .map(CompletionStage::toCompletableFuture)
        .map(CompletableFuture::join)
        .toList();
  }
}
