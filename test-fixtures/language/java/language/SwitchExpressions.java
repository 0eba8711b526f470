package language;

import java.util.concurrent.CompletableFuture;

/** Switch expressions and arrow switches. */
final class SwitchExpressions {
  enum Channel {
    MAIL,
    PUSH,
    NONE
  }

  private int mail() {
    return 1;
  }

  private int push() {
    return 2;
  }

  int arrow(Channel channel) {
    return switch (channel) {
      case MAIL -> mail();
      case PUSH -> push();
      case NONE -> 0;
    };
  }

  int yielding(Channel channel) {
    int sent =
        switch (channel) {
          case MAIL -> {
            int count = mail();
            yield count + 1;
          }
          case PUSH -> push();
          default -> throw new IllegalStateException("nothing to send");
        };
    return sent;
  }

  int yieldOldStyle(String channel) {
    return switch (channel) {
      case "mail":
        yield mail();
      case "push":
        yield push();
      default:
        yield 0;
    };
  }

  void arrowStatement(int code) {
    switch (code) {
      case 1, 2 -> mail();
      case 3 -> {
        mail();
        push();
      }
      default -> {}
    }
  }

  int asArgument(Channel channel) {
    return Math.max(
        switch (channel) {
          case MAIL -> mail();
          default -> 0;
        },
        push());
  }

  CompletableFuture<Integer> chosenFuture(Channel channel) {
    return switch (channel) {
      case MAIL -> CompletableFuture.supplyAsync(this::mail);
      case PUSH -> CompletableFuture.supplyAsync(() -> push());
      case NONE -> CompletableFuture.completedFuture(0);
    };
  }

  CompletableFuture<Integer> inLambda(CompletableFuture<Channel> channel) {
    return channel.thenApply(
        c ->
            switch (c) {
              case MAIL -> mail();
              case PUSH, NONE -> push();
            });
  }

  int nested(Channel outer, int inner) {
    return switch (outer) {
      case MAIL ->
          switch (inner) {
            case 0 -> mail();
            default -> push();
          };
      default -> inner;
    };
  }
}
