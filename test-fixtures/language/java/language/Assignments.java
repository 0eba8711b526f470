package language;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Assignment, compound assignment and increments on locals, fields, arrays and captures. */
final class Assignments {
  private int count;
  private long total;
  private String text = "";
  private Integer boxed = 0;
  private final int[] slots = new int[4];
  private static int instances;
  volatile boolean done;
  Assignments next;

  private int index() {
    return 1;
  }

  private Assignments self() {
    return this;
  }

  int locals(int start) {
    int a = start;
    a += 2;
    a++;
    --a;
    int b = a++ + ++a;
    return b;
  }

  void fields(int amount) {
    count = amount;
    count += amount;
    count++;
    this.total -= amount;
    text += amount;
    boxed++;
    done = true;
  }

  void staticField() {
    instances++;
    Assignments.instances += 2;
  }

  void arrays(int[] values) {
    values[0] = 1;
    values[index()] += 2;
    slots[index()]++;
    slots[count++] = values[--count];
  }

  void twoDimensions(int[][] grid) {
    grid[0][index()] = grid[index()][0]++;
  }

  void throughCalls() {
    self().count = index();
    self().count += index();
    next.next.count++;
  }

  int chained() {
    int a;
    int b;
    a = b = count = index();
    return a + b;
  }

  boolean inCondition(List<String> names) {
    String first;
    return !names.isEmpty() && (first = names.get(0)) != null && first.isEmpty();
  }

  void shifts(int bits) {
    count <<= bits;
    count >>>= 1;
    count &= ~bits;
    count ^= bits % 3;
    total *= 1.5;
  }

  CompletableFuture<Void> capturedArray(CompletableFuture<Integer> price) {
    int[] sum = {0};
    boolean[] seen = new boolean[1];
    return price.thenAccept(
        p -> {
          sum[0] += p;
          sum[0]++;
          seen[0] = true;
        });
  }

  CompletableFuture<Void> capturedField(CompletableFuture<Integer> price) {
    return price.thenAccept(
        p -> {
          count++;
          total += p;
          boxed = p;
          slots[0] = p;
          instances--;
        });
  }

  CompletableFuture<Void> capturedObject(CompletableFuture<Integer> price, Assignments target) {
    return price.thenAccept(p -> target.count = p);
  }

  CompletableFuture<Void> capturedCollection(CompletableFuture<String> name, List<String> names) {
    return name.thenAccept(
        n -> {
          names.add(n);
          names.set(0, n);
          names.size();
        });
  }

  int expressionLambda(List<Integer> values) {
    int[] sum = new int[1];
    values.forEach(v -> sum[0] += v);
    values.forEach(v -> count++);
    return sum[0];
  }
}
