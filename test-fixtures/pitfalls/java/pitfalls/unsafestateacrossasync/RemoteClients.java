package pitfalls.unsafestateacrossasync;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Callbacks of HTTP, AWS and Guava futures, started for many requests at once. */
final class RemoteClients {
  private final HttpClient http;
  private final S3AsyncClient s3;
  private final ListeningExecutorService workers;

  RemoteClients(HttpClient http, S3AsyncClient s3, ListeningExecutorService workers) {
    this.http = http;
    this.s3 = s3;
    this.workers = workers;
  }

  private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> parts) {
    return CompletableFuture.allOf(parts.toArray(new CompletableFuture<?>[0]));
  }

  private CompletableFuture<HttpResponse<String>> get(URI address) {
    return http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private CompletableFuture<HeadObjectResponse> head(String key) {
    return s3.headObject(request -> request.bucket("invoices").key(key));
  }

  CompletableFuture<Map<URI, String>> bodiesByAddress(List<URI> addresses) {
    Map<URI, String> bodies = new LinkedHashMap<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (URI address : addresses) {
      parts.add(
          http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
              .thenAccept(r -> bodies.put(address, r.body()))); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> bodies);
  }

  CompletableFuture<Map<String, Long>> sizesByKey(List<String> keys) {
    Map<String, Long> sizes = new HashMap<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (String key : keys) {
      parts.add(
          s3.headObject(request -> request.bucket("invoices").key(key))
              .thenAccept(
                  h -> sizes.put(key, h.contentLength()))); // expect: UnsafeStateAcrossAsync
    }
    return all(parts).thenApply(done -> sizes);
  }

  CompletableFuture<Long> totalSize(List<String> keys) {
    long[] total = new long[1];
    return all(keys.stream()
            .map(
                key ->
                    head(key)
                        .whenComplete(
                            (object, failure) -> {
                              if (failure == null) {
                                long size = object.contentLength();
                                total[0] += size; // expect: UnsafeStateAcrossAsync
                              }
                            }))
            .toList())
        .thenApply(done -> total[0]);
  }

  void guavaCallbacks(List<String> names) {
    List<String> greetings = new LinkedList<>();
    for (String name : names) {
      ListenableFuture<String> greeting = workers.submit(() -> "Hello " + name);
      Futures.addCallback(
          greeting,
          new FutureCallback<>() {
            @Override
            public void onSuccess(String text) {
              greetings.add(text); // expect: UnsafeStateAcrossAsync
            }

            @Override
            public void onFailure(Throwable failure) {
              System.err.println(failure.getMessage());
            }
          },
          workers);
    }
  }

  // Silent from here on.

  CompletableFuture<Map<URI, String>> bodiesInConcurrentMap(List<URI> addresses) {
    Map<URI, String> bodies = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (URI address : addresses) {
      parts.add(get(address).thenAccept(response -> bodies.put(address, response.body())));
    }
    return all(parts).thenApply(done -> bodies);
  }

  CompletableFuture<List<String>> bodiesFromFutures(List<URI> addresses) {
    List<CompletableFuture<String>> parts =
        addresses.stream().map(a -> get(a).thenApply(HttpResponse::body)).toList();
    return all(parts).thenApply(done -> parts.stream().map(CompletableFuture::join).toList());
  }

  CompletableFuture<Long> combinedSizes(List<String> keys) {
    CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
    for (String key : keys) {
      sum = sum.thenCombine(head(key), (total, object) -> total + object.contentLength());
    }
    return sum;
  }

  ListenableFuture<Integer> guavaAllAsList(List<String> names) {
    List<ListenableFuture<String>> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(workers.submit(() -> "Hello " + name));
    }
    return FluentFuture.from(Futures.allAsList(parts))
        .transform(
            all -> {
              List<String> sorted = new ArrayList<>(all);
              sorted.sort(null);
              return sorted.size();
            },
            workers);
  }

  CompletableFuture<String> oneRequest(URI address) {
    Map<String, List<String>> headers = new HashMap<>();
    return get(address)
        .thenApply(
            response -> {
              headers.putAll(response.headers().map());
              return response.body();
            })
        .thenApply(body -> body + headers.size());
  }
}
