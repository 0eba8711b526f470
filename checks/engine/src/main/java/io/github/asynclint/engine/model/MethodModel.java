package io.github.asynclint.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the models say of one method: the facts of the rows that select it, the more specific row
 * winning fact by fact.
 *
 * @param effect what a call does to its thread
 * @param safe the call has no effect, and its body is not to be looked into
 * @param parameters which thread runs the functional argument with that index; absent: not stated
 * @param switches how an operator moves its chain to other threads
 * @param executor the call yields an executor or scheduler of that kind
 * @param completesOn the thread that completes the future which the call yields
 * @param result who must look at what the call yields
 * @param callbackResults what becomes of the value that the functional argument returns
 * @param failure whether the stage that the call yields has its failure looked at
 * @param flatTwin the operator of the same shape that flattens what this one nests
 * @param roles further properties, each a yes or no
 */
public record MethodModel(
    Optional<EffectModel> effect,
    boolean safe,
    Map<Integer, ContextSpec> parameters,
    List<Switch> switches,
    Optional<ContextSpec> executor,
    Optional<ContextSpec> completesOn,
    ResultUse result,
    Map<Integer, CallbackResult> callbackResults,
    Failure failure,
    Optional<String> flatTwin,
    java.util.Set<Role> roles) {

  public static final MethodModel NONE =
      new MethodModel(
          Optional.empty(),
          false,
          Map.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          ResultUse.UNSTATED,
          Map.of(),
          Failure.PASSED_ON,
          Optional.empty(),
          java.util.Set.of());

  public MethodModel {
    parameters = Map.copyOf(parameters);
    switches = List.copyOf(switches);
    callbackResults = Map.copyOf(callbackResults);
    roles = java.util.Set.copyOf(roles);
  }

  /** Whether the models say nothing of the method: then they answer with {@link #NONE} itself. */
  public boolean isNone() {
    return this == NONE;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** An operator's influence on the thread of a chain. */
  public record Switch(Direction direction, ContextSpec target) {}

  /** Which part of a chain a {@link Switch} moves. */
  public enum Direction {
    /** Everything below the operator. */
    DOWN,
    /** The subscription: the source and everything above up to the next switch. */
    UP,
    /** The call is a source that emits there. */
    SOURCE
  }

  /** Who must look at what a call yields. */
  public enum ResultUse {
    /** The type decides. */
    UNSTATED,
    MUST_USE,
    MAY_IGNORE,
    /** The call yields its receiver, so dropping the result drops nothing. */
    RECEIVER
  }

  /** What an operator does with the value that its callback returns. */
  public enum CallbackResult {
    UNSTATED,
    /** It becomes the element: a future or publisher gets nested. */
    WRAPPED,
    /** A future or publisher is unwrapped: the outer one completes after it. */
    FLATTENED,
    /** Nobody looks at it. */
    IGNORED
  }

  /** What becomes of a failure at a stage of a chain. */
  public enum Failure {
    PASSED_ON,
    HANDLED,
    /** Handled if the callback reads its throwable parameter (whenComplete, handle). */
    HANDLED_IF_READ
  }

  /** Yes-or-no properties of methods that engine and rules ask for. */
  public enum Role {
    /** Starts the work of a lazy publisher and returns at once. */
    SUBSCRIBES,
    /** Subscribes with nobody to take a failure: it goes to a hook of the library (subscribe(onNext)). */
    DROPS_FAILURE,
    /** All who subscribe to what it yields share one subscription to its receiver (cache, share). */
    SHARES,
    /** Its callback is given the failure, which goes on down the chain all the same (doOnError). */
    LOOKS_AT_FAILURE,
    /** Its result completes when all the futures passed to it have (allOf). */
    COMPLETES_AFTER_ALL,
    /** Unwraps a nested publisher or future further down the chain (merge, concat, switchOnNext). */
    FLATTENS,
    /** The inner publishers that its callback returns run at a time (flatMap over many, merge). */
    CONCURRENT,
    /** Makes everything below it in the chain run on several threads at a time (parallel, runOn). */
    PARALLEL,
    /** Makes its chain run in the caller, one element after the other (sequential). */
    SEQUENTIAL,
    /** Runs its callback once for each element before it returns (forEach, Stream.map). */
    ITERATES,
    /** Yields one of the elements that a collection holds (Iterator.next, List.get). */
    YIELDS_ELEMENT,
    /** May end a stream before its last element (findFirst, limit). */
    SHORT_CIRCUITS,
    /** Yields a stage of the same chain as its receiver (operators): contexts look through it. */
    OPERATOR,
    /** Yields the same thing as its first argument or receiver, unchanged (requireNonNull, identity). */
    SAME,
    /** Yields a future that is complete already, or a publisher that has its value (completedFuture). */
    YIELDS_COMPLETE,
    /** Yields a future or publisher of the one value that it is given (completedFuture, just). */
    WRAPS_VALUE,
    /**
     * Builds on a value, future or publisher that is made before the call (just, fromFuture,
     * defaultIfEmpty): neither a scheduler nor a retry reaches what makes it.
     */
    TAKES_VALUE,
    /** A source that emits on threads of its own, wherever it is subscribed (interval). */
    IGNORES_SUBSCRIBER,
    /** Subscribes to its receiver again (retry, repeat). */
    RESUBSCRIBES,
    /** Starts the work that its receiver was made with (Thread.start). */
    STARTS,
    /** Tells whether a future is done, or whether the thread may block. */
    DONE_GUARD,
    MAY_BLOCK_GUARD,
    /** True on threads that must not be blocked (Schedulers.isInNonBlockingThread). */
    MUST_NOT_BLOCK_GUARD,
    /** Takes or gives back a lock that only its owner thread may release. */
    ACQUIRES_OWNED_LOCK,
    RELEASES_OWNED_LOCK,
    /** Yields a lock that any thread may release (a StampedLock's view). */
    YIELDS_UNOWNED_LOCK,
    /** Runs its callback while others wait for it: a bin of the map is locked (compute). */
    RUNS_UNDER_LOCK,
    /** Gives the lock back while it waits (Object.wait, Condition.await). */
    UNLOCKS_WHILE_WAITING,
    /** Waits for what happens once and stays so: later calls do not wait (CountDownLatch.await). */
    WAITS_ONCE,
    /**
     * Shows or compares what it is given as it stands: of a future or publisher the object, not the outcome
     * (Logger.info, String.valueOf, toJson).
     */
    USES_AS_VALUE,
    /** Yields a publisher that only ends: no value ever comes out of it (then, ignoreElements). */
    YIELDS_NOTHING,
    /** Emits what its receiver emits, no more and no less (doOnError, subscribeOn, timeout). */
    PASSES_ON,
    /** Its callback runs for each value that its receiver emits, so never if there is none (map). */
    NEEDS_VALUE,
    /** Fails the test that it stands in unless things are as expected (assertEquals). */
    ASSERTS,
    /** Adds an expectation that nothing checks before a later call does (StepVerifier.expectNext). */
    EXPECTS,
    /**
     * Lets its thread run other tasks while it waits (ForkJoinTask.join), or yields an executor whose threads
     * do, or get help (ForkJoinPool).
     */
    HELPS_WHILE_WAITING,
    /** Only lets time pass (sleep, yield, onSpinWait). */
    IDLES,
    /** Closes a resource before it emits what the function over the resource made (Mono.using). */
    CLOSES_BEFORE_EMITTING,
    ACQUIRES_PERMIT,
    RELEASES_PERMIT,
    /** Changes its receiver's state (List.add on a type that is not thread-safe). */
    MUTATES,
    /** Tells what its receiver holds, which may have changed a moment later (Map.containsKey). */
    READS_STATE,
    /** Gives its receiver a state whatever it had before (Map.put, AtomicReference.set). */
    SETS_STATE,
    /** Changes its receiver and tells what it was: of several callers one comes first (compareAndSet). */
    CLAIMS,
    /** Makes its argument safe to share (Collections.synchronizedList). */
    SYNCHRONIZES,
    /** Deploys or configures code so that its event loop context does not hold (worker verticle). */
    OVERRIDES_CONTEXT,
    /** Its callback runs whether the stage before succeeded or failed (doFinally, eventually). */
    RUNS_ON_FAILURE,
    /** Adds a handler that is passed as an argument to another executor (addLast with a group). */
    MOVES_ARGUMENT,
    /** A callback's method that is given futures which are complete already (operationComplete). */
    COMPLETE_ARGUMENTS,
    /**
     * Yields an object whose async calls start nothing: they queue up until a later call runs and awaits
     * them (RBatch), or only record (Mockito.verify).
     */
    QUEUES,
    /** Yields what somebody put there before: the call starts nothing (Map.remove, AtomicReference.get). */
    YIELDS_STORED,
    /** Yields what its map keeps for a key, and has put there if it was the first (putIfAbsent). */
    YIELDS_KEPT,
    /** Ends its receiver, if a future, so that nobody waits for it any more (Future.cancel). */
    ENDS,
    /** Fails if a call on the same receiver before it has failed (Producer.commitTransaction). */
    TELLS_EARLIER_FAILURES,
    /** Yields a stream or list of what its callback returns for each element (Stream.map). */
    YIELDS_EACH,
    /** Completes its receiver with a value, so that it is done (CompletableFuture.complete). */
    COMPLETES,
    /** Completes its receiver with a value or a failure, now or after a while (cancel, orTimeout). */
    SETTLES,
    /** Yields a promise, which the caller is to complete (CompletableFuture.new, Promise.promise). */
    MAKES_PROMISE,
    /** Gives its callback, or who overrides it, a promise as the last parameter (Mono.create). */
    GIVES_PROMISE,
    /** Makes an object that works through its first argument and does nothing else (BufferedReader). */
    WRAPS,
    /** A failure of its task goes into the future that it yields and nowhere else (submit). */
    HIDES_FAILURE,
    /** Runs its task again and again until that fails, and then no more (scheduleAtFixedRate). */
    STOPS_ON_FAILURE,
    /** Starts a task of its own; its result is not the caller's business (CompletionService.submit). */
    FIRE_AND_FORGET,
    /** Yields what somebody has left for the code on this thread (MDC.get, a security context). */
    READS_THREAD_CONTEXT,
    /** Yields this thread's value of a variable that may be context or a cache (ThreadLocal.get). */
    READS_THREAD_LOCAL,
    /** Leaves something for the code on this thread. */
    SETS_THREAD_CONTEXT,
    /** Brings the context of the thread that hands work over along to where the work runs. */
    CARRIES_THREAD_CONTEXT,
    /** Starts what keeps the program running when main has returned: a server, a thread, a timer. */
    KEEPS_ALIVE,
    /** Makes an executor or client with threads or connections of its own, meant to serve many calls. */
    MAKES_CLIENT,
    /** Runs what depends on its receiver before it returns (CompletableFuture.complete). */
    RUNS_DEPENDENTS,
    /** Makes a pool that keeps the threads of the factory it is given for later tasks. */
    POOLS_THREADS,
    /**
     * Says where work of its receiver runs for which no executor is named: an override may choose another
     * (CompletableFuture.defaultExecutor).
     */
    GIVES_DEFAULT_EXECUTOR,
    /** Makes a pool that starts another thread for each task that finds none idle (newCachedThreadPool). */
    GROWS,
    /** Ends an executor or client and gives its threads and connections back. */
    ENDS_CLIENT,
    /** A method to override whose contract gives null a meaning (WebSocket.Listener.onText). */
    MAY_RETURN_NULL
  }
}
