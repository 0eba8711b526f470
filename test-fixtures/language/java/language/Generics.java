package language;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Generic classes and methods: erasure, bridges, bounds, wildcards, inference. */
final class Generics {
  interface Repository<K, V> {
    V find(K key);

    default V findOr(K key, V fallback) {
      V found = find(key);
      return found == null ? fallback : found;
    }
  }

  /** The compiler adds a bridge find(Object) that is no code of the author's. */
  static final class Names implements Repository<Integer, String> {
    @Override
    public String find(Integer key) {
      return key.toString();
    }
  }

  abstract static class Shape implements Comparable<Shape>, Cloneable {
    abstract double area();

    @Override
    public int compareTo(Shape other) {
      return Double.compare(area(), other.area());
    }

    /** Covariant result: another bridge. */
    @Override
    protected Shape clone() throws CloneNotSupportedException {
      return (Shape) super.clone();
    }
  }

  static class Box<T extends Comparable<T>> {
    private T content;

    void put(T item) {
      content = item;
    }

    T take() {
      return content;
    }

    boolean larger(T than) {
      return content.compareTo(than) > 0;
    }
  }

  String viaInterface(Repository<Integer, String> names) {
    return names.find(1).trim();
  }

  String viaClass() {
    return new Names().findOr(2, "none");
  }

  int boxed() {
    Box<Integer> box = new Box<>();
    box.put(3);
    return box.take() + 1;
  }

  static <T extends Comparable<? super T>> T largest(Collection<? extends T> items) {
    T best = items.iterator().next();
    for (T item : items) {
      if (item.compareTo(best) > 0) {
        best = item;
      }
    }
    return best;
  }

  static double total(List<? extends Number> numbers) {
    double sum = 0;
    for (Number number : numbers) {
      sum += number.doubleValue();
    }
    return sum;
  }

  static void fill(List<? super Integer> sink) {
    sink.add(1);
  }

  static int unknown(List<?> items) {
    return items.get(0).hashCode();
  }

  static <A, B> CompletableFuture<B> mapped(
      CompletableFuture<A> source, Function<? super A, ? extends B> mapper) {
    return source.thenApply(mapper);
  }

  CompletableFuture<Integer> inferred(CompletableFuture<String> name) {
    return mapped(name, String::length);
  }

  List<String> explicitTypes() {
    return Generics.<String>single("one");
  }

  private static <T> List<T> single(T item) {
    List<T> list = new ArrayList<>();
    list.add(item);
    return list;
  }

  static <T extends CharSequence & Comparable<T>> int twoBounds(T a, T b) {
    return a.length() + a.compareTo(b);
  }

  Runnable intersectionCast(String text) {
    return (Runnable & Serializable) () -> text.trim();
  }

  Callable<Integer> intersectionReference(String text) {
    return (Callable<Integer> & Serializable) text::length;
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  Object raw(List items) {
    items.add("raw");
    return items.get(0);
  }

  <T> T[] genericArray(List<T> items, T[] target) {
    return items.toArray(target);
  }

  <X extends Exception> void throwing(X failure) throws X {
    throw failure;
  }
}
