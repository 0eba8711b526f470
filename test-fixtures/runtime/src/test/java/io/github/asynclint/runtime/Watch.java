package io.github.asynclint.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import reactor.blockhound.BlockHound;

/** Which blocking operations happen while a fixture runs? They are recorded, not forbidden. */
final class Watch {
  // What the Java runtime reads and locks on first use of a class is not the fixture's doing, and
  // printing is what every fixture may do.
  private static final Set<String> NOT_THE_FIXTURES_DOING =
      Set.of(
          "java.lang.ClassLoader.loadClass",
          "java.lang.Class.forName",
          "java.lang.invoke.MethodHandleNatives.linkCallSite",
          "java.util.ServiceLoader.load",
          "java.io.PrintStream.write",
          "java.io.PrintStream.println");

  private static final String BUFFER_OF_FILE = "(Ljava/io/FileDescriptor;JI)I";

  private final Queue<Observation> seen = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Optional<Thread>> caller = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Forbidden> where =
      new AtomicReference<>(Forbidden.ASYNC_CONTEXT);
  private final ThreadLocal<Boolean> recording = ThreadLocal.withInitial(() -> false);

  private Watch() {}

  /** A watch over the whole Java process from now on. */
  static Watch install() {
    Watch watch = new Watch();
    BlockHound.builder()
        .nonBlockingThreadPredicate(current -> thread -> true)
        // Files of java.nio.file, which BlockHound leaves out; the second class since Java 21.
        .markAsBlocking("sun.nio.ch.FileDispatcherImpl", "read0", BUFFER_OF_FILE)
        .markAsBlocking("sun.nio.ch.FileDispatcherImpl", "write0", BUFFER_OF_FILE)
        .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "read0", BUFFER_OF_FILE)
        .markAsBlocking("sun.nio.ch.UnixFileDispatcherImpl", "write0", BUFFER_OF_FILE)
        .blockingMethodCallback(method -> watch.record(method.toString()))
        .install();
    return watch;
  }

  /** A watch that only sees what it is told. */
  static Watch blind() {
    return new Watch();
  }

  /** Forgets what was seen. */
  void clear() {
    seen.clear();
  }

  /** What fixtures did since it was cleared. */
  List<Observation> seen() {
    return new ArrayList<>(seen);
  }

  /** Waits until something is seen, or so long. */
  void await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (seen.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
  }

  /** From now on these are the threads that must not block. */
  void forbid(Forbidden threads) {
    where.set(threads);
  }

  /** From now on this thread must not block, until it is released. */
  void forbid(Thread thread) {
    caller.set(Optional.of(thread));
  }

  void release() {
    caller.set(Optional.empty());
  }

  /** A blocking operation happens here and now. */
  void record(String operation) {
    if (recording.get()) {
      return;
    }
    recording.set(true);
    try {
      Thread thread = Thread.currentThread();
      add(operation, thread.getName(), isForbidden(thread), thread.getStackTrace());
    } finally {
      recording.set(false);
    }
  }

  /** A library refused to block on a thread that must not; others failures do not matter here. */
  void refused(Throwable error) {
    for (Throwable each = error; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("blocking, which is not supported")
          || message.contains("event loop thread")
          || message.contains("event-loop thread")) {
        add(message, "an event loop", true, each.getStackTrace());
      }
    }
  }

  private void add(String operation, String thread, boolean forbidden, StackTraceElement[] stack) {
    Observation observation =
        new Observation(operation, thread, forbidden, List.copyOf(Arrays.asList(stack)));
    if (observation.isOfFixtures() && !isOfTheRuntime(observation)) {
      seen.add(observation);
    }
  }

  private static boolean isOfTheRuntime(Observation observation) {
    for (StackTraceElement frame : observation.frames()) {
      if (frame.getClassName().startsWith("pitfalls.")) {
        return frame.getMethodName().equals("<clinit>");
      }
      if (frame.getMethodName().equals("<clinit>")
          || NOT_THE_FIXTURES_DOING.contains(frame.getClassName() + "." + frame.getMethodName())) {
        return true;
      }
    }
    return false;
  }

  private boolean isForbidden(Thread thread) {
    return where.get().is(thread) || caller.get().filter(thread::equals).isPresent();
  }
}
