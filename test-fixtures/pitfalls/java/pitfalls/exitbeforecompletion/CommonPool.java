package pitfalls.exitbeforecompletion;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Threads of the common pool do not keep a program running. */
final class CommonPool {
  private CommonPool() {}

  private static String report(String month) {
    return "report of " + month;
  }

  private static Void failed(Throwable failure) {
    System.err.println("failed: " + failure.getMessage());
    return null;
  }

  static final class PrintsAReport {
    public static void main(String[] arguments) {
      CompletableFuture.supplyAsync(() -> report(arguments[0])) // expect: ExitBeforeCompletion
          .thenAccept(System.out::println)
          .exceptionally(CommonPool::failed);
    }
  }

  static final class FetchesAPage {
    public static void main(String[] arguments) {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0])).build();
      client
          .sendAsync(request, HttpResponse.BodyHandlers.ofString()) // expect: ExitBeforeCompletion
          .thenApply(HttpResponse::body)
          .thenAccept(System.out::println)
          .exceptionally(CommonPool::failed);
    }
  }

  static final class OneTaskForEachMonth {
    public static void main(String[] arguments) {
      for (String month : List.of("may", "june")) {
        CompletableFuture.runAsync(() -> System.out.println(report(month))) // expect: ExitBeforeCompletion
            .exceptionally(CommonPool::failed);
      }
      System.out.println("all reports are on their way");
    }
  }

  static final class StartsOnlyTheLast {
    public static void main(String[] arguments) {
      CompletableFuture<String> may = CompletableFuture.supplyAsync(() -> report("may"));
      System.out.println(may.join()); // expect: AsyncWithoutBenefit
      CompletableFuture.supplyAsync(() -> report("june")).thenAccept(System.out::println).join();
    }
  }

  static final class JoinsAtTheEnd {
    public static void main(String[] arguments) {
      CompletableFuture<Void> printed =
          CompletableFuture.supplyAsync(() -> report(arguments[0])).thenAccept(System.out::println);
      printed.join();
    }
  }

  static final class WaitsForTheUser {
    public static void main(String[] arguments) throws java.io.IOException {
      CompletableFuture.supplyAsync(() -> report(arguments[0]))
          .thenAccept(System.out::println)
          .exceptionally(CommonPool::failed);
      System.in.read();
    }
  }

  static final class WaitsForAll {
    public static void main(String[] arguments) {
      CompletableFuture<?>[] all = new CompletableFuture<?>[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        String month = arguments[i];
        all[i] = CompletableFuture.runAsync(() -> System.out.println(report(month)));
      }
      CompletableFuture.allOf(all).join();
    }
  }

  static final class NotMain {
    static CompletableFuture<Void> print(String month) {
      return CompletableFuture.supplyAsync(() -> report(month)).thenAccept(System.out::println);
    }
  }
}
