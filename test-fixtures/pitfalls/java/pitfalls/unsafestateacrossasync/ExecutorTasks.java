package pitfalls.unsafestateacrossasync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Tasks of an executor that share a collection or a counter. */
final class ExecutorTasks {
  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final ExecutorService single = Executors.newSingleThreadExecutor();
  private final Lock lock = new ReentrantLock();
  private int processed;
  private int processedInOrder;

  private static int parse(String line) {
    return Integer.parseInt(line.trim());
  }

  void countedInField(List<String> lines) {
    for (String line : lines) {
      workers.execute(
          () -> {
            parse(line);
            processed++; // expect: UnsafeStateAcrossAsync definite
          });
    }
  }

  int processedSoFar() {
    return processed;
  }

  List<Integer> collectedByTasks(List<String> lines) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    CountDownLatch open = new CountDownLatch(lines.size());
    for (String line : lines) {
      workers.execute(
          () -> {
            numbers.add(parse(line)); // expect: UnsafeStateAcrossAsync definite
            open.countDown();
          });
    }
    open.await();
    return numbers;
  }

  Map<String, Integer> collectedByInvokeAll(List<String> lines)
      throws InterruptedException, ExecutionException {
    Map<String, Integer> byLine = new LinkedHashMap<>();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (String line : lines) {
      tasks.add(() -> byLine.put(line, parse(line))); // missed-alarm: UnsafeStateAcrossAsync - tasks are not followed through a collection
    }
    for (Future<Integer> done : workers.invokeAll(tasks)) {
      done.get();
    }
    return byLine;
  }

  Deque<Integer> anonymousTasks(List<String> lines) {
    Deque<Integer> newest = new ArrayDeque<>();
    for (String line : lines) {
      workers.execute(
          new Runnable() {
            @Override
            public void run() {
              newest.push(parse(line)); // expect: UnsafeStateAcrossAsync definite
            }
          });
    }
    return newest;
  }

  /** The two tasks lock, but not the same thing. */
  void differentLocks(List<String> lines) {
    List<Integer> shared = new ArrayList<>();
    for (String line : lines) {
      Object own = new Object();
      workers.execute(
          () -> {
            synchronized (own) {
              shared.add(parse(line)); // missed-alarm: UnsafeStateAcrossAsync - a lock is taken for the common one
            }
          });
    }
  }

  // Silent from here on.

  List<Integer> resultsOfInvokeAll(List<String> lines)
      throws InterruptedException, ExecutionException {
    List<Callable<Integer>> tasks = new ArrayList<>();
    lines.forEach(line -> tasks.add(() -> parse(line)));
    List<Integer> numbers = new ArrayList<>();
    for (Future<Integer> done : workers.invokeAll(tasks)) {
      numbers.add(done.get());
    }
    return numbers;
  }

  void concurrentTypes(List<String> lines) {
    Map<String, Integer> byLine = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    List<Integer> snapshot = new CopyOnWriteArrayList<>();
    for (String line : lines) {
      workers.execute(
          () -> {
            byLine.put(line, parse(line));
            queue.add(parse(line));
            snapshot.add(parse(line));
          });
    }
  }

  List<Integer> synchronizedWrapper(List<String> lines) {
    List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
    for (String line : lines) {
      workers.execute(() -> numbers.add(parse(line)));
    }
    return numbers;
  }

  void commonMonitor(List<String> lines) {
    List<Integer> numbers = new ArrayList<>();
    for (String line : lines) {
      workers.execute(
          () -> {
            int number = parse(line);
            synchronized (numbers) {
              numbers.add(number);
            }
          });
    }
  }

  void commonLock(List<String> lines) {
    Map<String, Integer> byLine = new LinkedHashMap<>();
    for (String line : lines) {
      workers.execute(
          () -> {
            lock.lock();
            try {
              byLine.put(line, parse(line));
            } finally {
              lock.unlock();
            }
          });
    }
  }

  /** One thread runs all tasks, one after the other, and nobody else touches the counter. */
  void confinedToOneThread(List<String> lines) {
    for (String line : lines) {
      single.execute(
          () -> {
            if (parse(line) > 0) {
              processedInOrder++;
            }
          });
    }
  }

  Future<List<Integer>> freshInTask(List<String> lines) {
    return workers.submit(
        () -> {
          List<Integer> numbers = new ArrayList<>();
          for (String line : lines) {
            numbers.add(parse(line));
          }
          return numbers;
        });
  }

  /** Handed over for good: the caller never looks at the list again. */
  void handedOver(List<String> lines) {
    List<Integer> numbers = new ArrayList<>();
    lines.forEach(line -> numbers.add(parse(line)));
    workers.execute(
        () -> {
          numbers.sort(null);
          numbers.remove(0);
        });
  }
}
