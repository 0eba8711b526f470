package pitfalls.pooledvirtualthreads;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.micronaut.scheduling.LoomSupport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Virtual threads that end with their task, pools of platform threads, and pools of one thread. */
final class OneThreadPerTask {
  private final VirtualThreadTaskExecutor spring = new VirtualThreadTaskExecutor("orders-");

  ExecutorService oneForEachTask() {
    return LoomSupport.newThreadPerTaskExecutor(LoomSupport.newVirtualThreadFactory("cart-"));
  }

  TaskExecutor springsOwn() {
    return new VirtualThreadTaskExecutor("mail-");
  }

  TaskExecutor limitedNotPooled() {
    SimpleAsyncTaskExecutor executor =
        new SimpleAsyncTaskExecutor(spring.getVirtualThreadFactory());
    executor.setConcurrencyLimit(20);
    return executor;
  }

  ExecutorService platformThreads(int size) {
    return Executors.newFixedThreadPool(size);
  }

  ExecutorService namedPlatformThreads(int size) {
    return Executors.newFixedThreadPool(size, new CustomizableThreadFactory("prices-"));
  }

  ExecutorService namedByGuava(int size) {
    return Executors.newFixedThreadPool(
        size, new ThreadFactoryBuilder().setNameFormat("stock-%d").setDaemon(true).build());
  }

  ExecutorService madeInALambda() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "search");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** One thread keeps the tasks in their order. */
  ExecutorService inOrder() {
    return Executors.newSingleThreadExecutor(LoomSupport.newVirtualThreadFactory("audit-"));
  }

  ExecutorService inOrderWithAFixedPool() {
    return Executors.newFixedThreadPool(1, spring.getVirtualThreadFactory());
  }

  ExecutorService inOrderByHand() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        LoomSupport.newVirtualThreadFactory("journal-"));
  }

  /** Timers need a pool; there is no timer that makes a thread for each task. */
  ScheduledExecutorService timer() {
    return Executors.newScheduledThreadPool(2, spring.getVirtualThreadFactory());
  }

  ExecutorService factoryOfTheCaller(int size, ThreadFactory factory) {
    return Executors.newFixedThreadPool(size, factory);
  }

  ExecutorService whateverIsSupported(int size) {
    ThreadFactory factory =
        LoomSupport.isSupported()
            ? LoomSupport.newVirtualThreadFactory("request-")
            : Executors.defaultThreadFactory();
    return Executors.newFixedThreadPool(size, factory);
  }

  Thread threadOfOurOwn(Runnable task) {
    Thread thread = spring.getVirtualThreadFactory().newThread(task);
    thread.start();
    return thread;
  }

  ExecutorService workStealing() {
    return new ForkJoinPool(8);
  }
}
