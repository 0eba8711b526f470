package language;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Anonymous and local classes that capture locals, parameters and the outer instance. */
final class AnonymousAndLocalClasses {
  private int served;

  private int count() {
    return ++served;
  }

  void anonymousRunnable(ExecutorService executor) {
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            count();
          }
        });
  }

  Future<String> anonymousCapturesParameter(ExecutorService executor, String name) {
    return executor.submit(
        new Callable<String>() {
          @Override
          public String call() {
            return name.trim();
          }
        });
  }

  CompletableFuture<Integer> anonymousCapturesLocal(CompletableFuture<String> text) {
    int[] total = new int[1];
    return text.thenApply(
        new Function<String, Integer>() {
          private int calls;

          @Override
          public Integer apply(String value) {
            calls++;
            total[0] += value.length();
            return total[0] + calls;
          }
        });
  }

  void anonymousStored(ExecutorService executor) {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            AnonymousAndLocalClasses.this.served = 0;
          }
        };
    executor.execute(task);
  }

  Thread anonymousSubclass(String name) {
    return new Thread(name) {
      @Override
      public void run() {
        setName(name + count());
      }
    };
  }

  int localClass(List<String> names) {
    class Tally {
      private int sum;

      void add(String name) {
        sum += name.length() + served;
      }
    }
    Tally tally = new Tally();
    names.forEach(tally::add);
    return tally.sum;
  }

  Runnable localClassCaptures(String prefix) {
    final class Printer implements Runnable {
      private final String suffix;

      Printer(String suffix) {
        this.suffix = suffix;
      }

      @Override
      public void run() {
        System.out.println(prefix + suffix + count());
      }
    }
    return new Printer("!");
  }

  int localRecord(int a, int b) {
    record Pair(int left, int right) {
      int sum() {
        return left + right;
      }
    }
    return new Pair(a, b).sum();
  }

  Iterable<Integer> anonymousInAnonymous(int limit) {
    return new Iterable<>() {
      @Override
      public Iterator<Integer> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < limit;
          }

          @Override
          public Integer next() {
            served++;
            return next++;
          }
        };
      }
    };
  }

  Runnable lambdaInAnonymous(ExecutorService executor) {
    return new Runnable() {
      @Override
      public void run() {
        executor.execute(() -> toString().length());
        executor.execute(() -> count());
      }
    };
  }
}
