package pitfalls.pooledvirtualthreads;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.micronaut.scheduling.LoomSupport;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** Pools that keep threads which are made to be thrown away after one task. */
final class Pools {
  private static final ThreadFactory IMPORTERS = LoomSupport.newVirtualThreadFactory("import-");
  private static final ExecutorService IMPORTS =
      Executors.newFixedThreadPool(200, IMPORTERS); // expect: PooledVirtualThreads

  private final VirtualThreadTaskExecutor spring = new VirtualThreadTaskExecutor("orders-");
  private final ExecutorService orders;

  Pools(int size) {
    this.orders =
        Executors.newFixedThreadPool( // expect: PooledVirtualThreads
            size, spring.getVirtualThreadFactory());
  }

  ExecutorService cachedPool() {
    return Executors.newCachedThreadPool( // expect: PooledVirtualThreads
        LoomSupport.newVirtualThreadFactory("request-"));
  }

  ExecutorService factoryInALocal(int size) {
    ThreadFactory factory = new VirtualThreadTaskExecutor("mail-").getVirtualThreadFactory();
    return Executors.newFixedThreadPool(size, factory); // expect: PooledVirtualThreads
  }

  ExecutorService poolByHand(int core, int max) {
    BlockingQueue<Runnable> carts = new LinkedBlockingQueue<>(1_000);
    ThreadFactory factory = LoomSupport.newVirtualThreadFactory("cart-");
    return new ThreadPoolExecutor( // expect: PooledVirtualThreads
        core, max, 60, TimeUnit.SECONDS, carts, factory);
  }

  ExecutorService poolWithRejection(BlockingQueue<Runnable> queue) {
    ThreadFactory factory = spring.getVirtualThreadFactory();
    var rejected = new ThreadPoolExecutor.CallerRunsPolicy();
    return new ThreadPoolExecutor( // expect: PooledVirtualThreads
        16, 64, 30, TimeUnit.SECONDS, queue, factory, rejected);
  }

  ExecutorService namedByGuava() {
    ThreadFactory factory =
        new ThreadFactoryBuilder()
            .setThreadFactory(spring.getVirtualThreadFactory())
            .setNameFormat("prices-%d")
            .build();
    return Executors.newCachedThreadPool(factory); // expect: PooledVirtualThreads
  }

  ExecutorService factoryOfOurOwn(ThreadGroup group) {
    return Executors.newFixedThreadPool(32, factory()); // expect: PooledVirtualThreads
  }

  private static ThreadFactory factory() {
    return LoomSupport.newVirtualThreadFactory("stock-");
  }

  ExecutorService namedInALambda() {
    ThreadFactory factory = spring.getVirtualThreadFactory();
    return Executors.newFixedThreadPool( // expect: PooledVirtualThreads
        50,
        task -> {
          Thread thread = factory.newThread(task);
          thread.setName("invoice");
          return thread;
        });
  }

  ExecutorService byReference() {
    ThreadFactory factory = spring.getVirtualThreadFactory();
    return Executors.newFixedThreadPool(12, factory::newThread); // expect: PooledVirtualThreads
  }

  ExecutorService startedByHand() {
    return Executors.newCachedThreadPool( // expect: PooledVirtualThreads
        task -> LoomSupport.unstarted("search", builder -> {}, task));
  }

  ExecutorService unconfigurable() {
    return Executors.unconfigurableExecutorService(
        Executors.newFixedThreadPool(8, IMPORTERS)); // expect: PooledVirtualThreads
  }

  ExecutorService boundedByTheQueue() {
    return new ThreadPoolExecutor( // expect: PooledVirtualThreads
        8, 8, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(100), IMPORTERS);
  }

  ExecutorService handsOver() {
    return new ThreadPoolExecutor( // expect: PooledVirtualThreads
        0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), IMPORTERS);
  }
}
