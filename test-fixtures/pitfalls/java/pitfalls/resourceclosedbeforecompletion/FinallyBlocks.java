package pitfalls.resourceclosedbeforecompletion;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Is the resource closed in a finally block, or by a publisher, too early? */
final class FinallyBlocks {
  private final Channels channels;

  FinallyBlocks(Channels channels) {
    this.channels = channels;
  }

  CompletableFuture<String> closedInFinally(String topic, String message) {
    Channel channel = channels.open(topic);
    try {
      return channel.sendAsync(message); // expect: ResourceClosedBeforeCompletion
    } finally {
      channel.close();
    }
  }

  CompletableFuture<String> closedIfThere(String topic, String message) {
    Channel channel = channels.open(topic);
    try {
      return channel.sendAsync(message).thenApply(String::trim); // expect: ResourceClosedBeforeCompletion
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  Mono<Channel> emitsTheResource(String topic) {
    return Mono.using(() -> channels.open(topic), Mono::just, Channel::close); // expect: ResourceClosedBeforeCompletion
  }

  Mono<Channel> emitsTheResourceFromLambda(String topic) {
    return Mono.using(() -> channels.open(topic), c -> Mono.just(c), Channel::close); // expect: ResourceClosedBeforeCompletion
  }

  Mono<String> usesTheResource(String topic) {
    return Mono.using(() -> channels.open(topic), Channel::receive, Channel::close);
  }

  Mono<String> usesWhen(String topic) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> channels.open(topic)),
        Channel::receive,
        channel -> Mono.fromRunnable(channel::close));
  }

  Flux<String> streamsFromTheResource(String topic) {
    return Flux.using(() -> channels.open(topic), Channel::receiveAll, Channel::close);
  }

  String joinedBeforeFinally(String topic, String message) {
    Channel channel = channels.open(topic);
    try {
      return channel.sendAsync(message).join();
    } finally {
      channel.close();
    }
  }

  CompletableFuture<String> closedOnlyOnFailure(String topic, String message) {
    Channel channel = channels.open(topic);
    try {
      return channel.sendAsync(message);
    } catch (IllegalStateException e) {
      channel.close();
      throw e;
    }
  }

  CompletableFuture<String> closedUnlessStarted(String topic, String message) {
    Channel channel = channels.open(topic);
    boolean started = false;
    try {
      CompletableFuture<String> sent = channel.sendAsync(message);
      started = true;
      return sent;
    } finally {
      if (!started) {
        channel.close();
      }
    }
  }
}
