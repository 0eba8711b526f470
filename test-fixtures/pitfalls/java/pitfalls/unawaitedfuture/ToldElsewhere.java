package pitfalls.unawaitedfuture;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does somebody else learn of the failure of a dropped future: a commit, a promise, a registry? */
final class ToldElsewhere {
  private static final Logger log = LoggerFactory.getLogger(ToldElsewhere.class);

  private final Producer<String, String> producer;
  private final Vertx vertx;
  private final Telemetry telemetry;
  private final ExecutorService pool;
  private final Map<String, CompletableFuture<String>> imports = new ConcurrentHashMap<>();
  private CompletableFuture<String> opened = new CompletableFuture<>();

  ToldElsewhere(
      Producer<String, String> producer, Vertx vertx, Telemetry telemetry, ExecutorService pool) {
    this.producer = producer;
    this.vertx = vertx;
    this.telemetry = telemetry;
    this.pool = pool;
  }

  /** Where measured values are kept. */
  interface Telemetry {
    ListenableFuture<Void> save(String device, long value);
  }

  void sentInTransaction(List<String> orders) {
    producer.beginTransaction();
    for (String order : orders) {
      producer.send(new ProducerRecord<>("orders", order));
    }
    producer.commitTransaction();
  }

  void sentForEachInTransaction(List<String> orders) {
    producer.beginTransaction();
    orders.forEach(order -> producer.send(new ProducerRecord<>("orders", order)));
    producer.commitTransaction();
  }

  void sentWithoutTransaction(List<String> orders) {
    for (String order : orders) {
      producer.send(new ProducerRecord<>("orders", order)); // expect: UnawaitedFuture definite
    }
  }

  void sentOutsideTransaction(Producer<String, String> audit, String order) {
    producer.beginTransaction();
    audit.send(new ProducerRecord<>("audit", order)); // expect: UnawaitedFuture definite
    producer.commitTransaction();
  }

  Future<String> failureGoesToSecondFunction(String path) {
    Promise<String> answer = Promise.promise();
    vertx
        .fileSystem()
        .readFile(path)
        .compose(
            file -> {
              answer.complete(file.toString());
              return answer.future();
            },
            failure -> {
              log.warn("no file {}", path, failure);
              answer.fail(failure);
              return answer.future();
            });
    return answer.future();
  }

  Future<String> stepYieldsThePromise(String path) {
    Promise<String> answer = Promise.promise();
    vertx
        .fileSystem()
        .readFile(path)
        .onFailure(answer::fail)
        .compose(
            file -> {
              answer.complete(file.toString());
              return answer.future();
            });
    return answer.future();
  }

  Future<String> laterStepIsLost(String path) {
    Promise<String> answer = Promise.promise();
    vertx
        .fileSystem()
        .readFile(path)
        .onFailure(answer::fail)
        .compose(file -> vertx.fileSystem().readFile(file.toString()))
        .map( // expect: UnawaitedFuture definite
            file -> {
              answer.complete(file.toString());
              return null;
            });
    return answer.future();
  }

  void looksAtItsPromise(String path) {
    Promise<String> answer = Promise.promise();
    vertx
        .fileSystem()
        .readFile(path)
        .onSuccess(file -> answer.complete(file.toString()))
        .onFailure(failure -> log.warn("no file {}", path, failure));
    answer.future();
  }

  void turnsTheStreamAway(
      Http2ConnectionEncoder encoder, ChannelHandlerContext context, int stream) {
    encoder.writeRstStream(context, stream, Http2Error.CANCEL.code(), context.newPromise());
    context.flush();
  }

  void stepOnWhatOthersHold() {
    opened.thenApply(name -> name + log.getName()); // expect: UnawaitedFuture likely
  }

  void addsToTheRegistry(String name) {
    startImport(name); // expect: UnawaitedFuture likely
  }

  private CompletableFuture<String> startImport(String name) {
    if (imports.containsKey(name)) {
      return CompletableFuture.failedFuture(new IllegalStateException("imported " + name));
    }
    CompletableFuture<String> started = CompletableFuture.supplyAsync(() -> read(name), pool);
    imports.put(name, started);
    return started;
  }

  void startsBesideTheRegistry(String name) {
    startImportAlone(name); // expect: UnawaitedFuture definite
  }

  void stepOnATaskOfOnesOwn(String name) {
    startImportAlone(name).thenApply(String::length); // expect: UnawaitedFuture definite
  }

  void stepOnWhatALibraryDoes(Path file) {
    written(file).thenApply(String::length); // expect: UnawaitedFuture definite
  }

  private CompletionStage<String> written(Path file) {
    return vertx.fileSystem().readFile(file.toString()).map(Buffer::toString).toCompletionStage();
  }

  /** The task keeps what goes wrong, or may: likely. */
  void startsWhatKeepsItsFailure(String name) {
    CompletableFuture.runAsync(() -> readKeepingFailures(name), pool); // expect: UnawaitedFuture likely
  }

  void startsWhatSomebodyGave(Runnable task) {
    CompletableFuture.runAsync(() -> task.run(), pool); // expect: UnawaitedFuture likely
  }

  void startsWhatWrapsItsFailure(Path file) {
    CompletableFuture.runAsync(() -> readLines(file), pool); // expect: UnawaitedFuture definite
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readKeepingFailures(String name) {
    try {
      read(name);
    } catch (IllegalStateException e) {
      imports.put(name, CompletableFuture.failedFuture(e));
    }
  }

  /** Somebody looks at the failure one step before the last. */
  void connectsAndForgets(String name) {
    connected(name); // expect: UnawaitedFuture likely
  }

  private CompletableFuture<Integer> connected(String name) {
    return startImportAlone(name)
        .whenComplete(
            (text, failure) -> {
              if (failure != null) {
                imports.put(name, CompletableFuture.failedFuture(failure));
              }
            })
        .thenApply(String::length);
  }

  private CompletableFuture<String> startImportAlone(String name) {
    return CompletableFuture.supplyAsync(() -> read(name), pool);
  }

  private static String read(String name) {
    return name.trim();
  }

  /** Whoever saves decides what becomes of a failure: likely at most. */
  void savedByAnotherService(String device, long value) {
    saved(device, value); // expect: UnawaitedFuture likely
  }

  private ListenableFuture<String> saved(String device, long value) {
    return Futures.transform(
        telemetry.save(device, value), done -> device, MoreExecutors.directExecutor());
  }

  CompletableFuture<String> callbackYieldsWhatTheCallerGets(Turns turns, String name) {
    CompletableFuture<String> read = new CompletableFuture<>();
    turns.take(
        () -> {
          pool.execute(() -> read.complete(read(name)));
          return read;
        });
    return read;
  }

  /** Lets one after the other have its turn. */
  interface Turns {
    <T> CompletableFuture<T> take(Supplier<CompletableFuture<T>> work);
  }
}
