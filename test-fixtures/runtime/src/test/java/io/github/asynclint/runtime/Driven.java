package io.github.asynclint.runtime;

import io.github.asynclint.runtime.Driver.Caller;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which class of fixtures is run, and how much of it at least?
 *
 * @param type the binary name below {@code pitfalls}
 * @param forbidden the threads that the marks are about
 * @param marks how many marks are confirmed at least
 * @param elsewhere how many silent situations are seen to block at least, where they may
 */
record Driven(String type, Caller caller, Forbidden forbidden, int marks, int elsewhere) {
  private static final String CALLS = "blockingcallinasynccontext.";
  private static final String WAITS = "blockingwaitinasynccontext.";
  private static final String FAKES = "fakeasync.";
  private static final String COMMON = "blockingoncommonpool.";
  private static final String LOCKS = "lockheldwhilewaiting.";

  /** All classes that are run. A class that is missing here is not claimed to be confirmed. */
  static final List<Driven> ALL =
      List.of(
          new Driven(CALLS + "ReactorOperators", Caller.ORDINARY, 7, 5),
          new Driven(CALLS + "ReactorSchedulers", Caller.ORDINARY, 8, 7),
          new Driven(CALLS + "PublishersLeaving", Caller.ORDINARY, 9, 6),
          new Driven(CALLS + "RxJavaChains", Caller.ORDINARY, 4, 5),
          new Driven(CALLS + "VertxRoutes", Caller.ORDINARY, 8, 4),
          new Driven(CALLS + "ThroughHelpers", Caller.ORDINARY, 8, 4),
          new Driven(CALLS + "StoredLambdas", Caller.ORDINARY, 6, 9),
          new Driven(CALLS + "DependencyJars", Caller.ORDINARY, 7, 4),
          new Driven(WAITS + "ReactorWaits", Caller.ORDINARY, 9, 4),
          new Driven(WAITS + "ReactorWaits$OrderController", Caller.EVENT_LOOP, 1, 0),
          new Driven(WAITS + "VertxWaits", Caller.ORDINARY, 7, 3),
          new Driven(WAITS + "WaitsThroughHelpers", Caller.ORDINARY, 10, 9),
          new Driven(FAKES + "CompletedFutures", Caller.OF_ASYNC_METHOD, 12, 13),
          new Driven(FAKES + "EagerPublishers", Caller.OF_ASYNC_METHOD, 11, 7),
          new Driven(FAKES + "AsyncThroughHelpers", Caller.OF_ASYNC_METHOD, 13, 6),
          new Driven(COMMON + "AsyncStages", Forbidden.COMMON_POOL, 10, 2),
          new Driven(LOCKS + "Monitors", Forbidden.LOCK_HOLDER, 10, 2),
          new Driven(LOCKS + "ExplicitLocks", Forbidden.LOCK_HOLDER, 6, 3),
          new Driven(LOCKS + "Maps", Forbidden.LOCK_HOLDER, 4, 2));

  /** Situations of these classes that are not run, and why. */
  static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry(CALLS + "ReactorSchedulers.intervalTick", "the first tick comes after 10 s"),
          Map.entry(CALLS + "ReactorSchedulers.intervalOnElastic", "the first tick: 10 s"),
          Map.entry(CALLS + "RxJavaChains.intervalOnDefaultScheduler", "the first tick: 1 min"),
          Map.entry(CALLS + "RxJavaChains.intervalOnIo", "the first tick comes after a minute"),
          Map.entry(CALLS + "StoredLambdas.ownPeriodicWrapper", "the first tick: 1 min"),
          Map.entry(CALLS + "StoredLambdas.ownPeriodicWrapperInMemory", "the first tick: 1 min"),
          Map.entry(WAITS + "VertxWaits.joinInTimer", "the first tick comes after 30 s"),
          Map.entry(WAITS + "VertxWaits.joinInEventBusConsumer", "needs a sender"),
          Map.entry(WAITS + "VertxWaits.deployVirtual", "needs a JDK with virtual threads"),
          Map.entry(WAITS + "WaitsThroughHelpers.main", "reads its address from the command line"),
          Map.entry(COMMON + "AsyncStages.managed", "whether it blocks is up to the blocker"),
          Map.entry(LOCKS + "ExplicitLocks.underDistributedLock", "needs a Redis"),
          Map.entry(LOCKS + "Monitors.waitsInCallback", "spins until a second rate comes"),
          Map.entry(LOCKS + "Monitors.sentUnderMonitor", "its address has no host"),
          Map.entry(LOCKS + "Monitors.helperGivenWhatIsDoneThatStoresIt", "needs a done future"),
          Map.entry(LOCKS + "Maps.merged", "needs an entry to merge with"),
          Map.entry(
              FAKES + "CompletedFutures.sleepsBetweenAttempts",
              "needs a task that fails before the next line looks"));

  private Driven(String type, Caller caller, int marks, int elsewhere) {
    this(type, caller, Forbidden.ASYNC_CONTEXT, marks, elsewhere);
  }

  private Driven(String type, Forbidden forbidden, int marks, int elsewhere) {
    this(type, Caller.ORDINARY, forbidden, marks, elsewhere);
  }

  /** Puts what this class needs besides into the world of a situation. */
  void furnish(World world) {
    if (type.startsWith(COMMON)) {
      world.give(Path.class, world.folder());
    } else if (type.startsWith(LOCKS)) {
      Class<?> client = World.load("pitfalls." + LOCKS + "RateClient");
      world.give(client, Answers.implementing(client, world));
    }
  }

  String name() {
    return "pitfalls." + type;
  }
}
