package pitfalls.resourceclosedbeforecompletion;

import java.util.concurrent.CompletableFuture;

/** Where do channels come from? */
interface Channels {
  Channel open(String topic);

  CompletableFuture<String> announce(String topic);

  CompletableFuture<Void> forward(Channel from);
}
