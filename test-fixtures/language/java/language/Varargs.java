package language;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls with variable arguments: spread, as an array, and empty. */
final class Varargs {
  static int sum(int... values) {
    return Arrays.stream(values).sum();
  }

  @SafeVarargs
  static <T> List<T> listOf(T... items) {
    return Arrays.asList(items);
  }

  static String label(String prefix, Object... parts) {
    return String.format(prefix, parts);
  }

  static String label(String prefix, Object part) {
    return prefix + part;
  }

  int none() {
    return sum();
  }

  int several(int a, int b) {
    return sum(a, b, 3);
  }

  int asArray(int[] values) {
    return sum(values);
  }

  int newArray(int a) {
    return sum(new int[] {a, a + 1});
  }

  List<String> generic(String a, String b) {
    return listOf(a, b);
  }

  String fixedArityWins(String a) {
    return label("x", a);
  }

  String variableArity(String a, Integer b) {
    return label("%s%d", a, b);
  }

  CompletableFuture<Void> futures(CompletableFuture<String> a, CompletableFuture<String> b) {
    return CompletableFuture.allOf(a, b);
  }

  CompletableFuture<Void> futureArray(List<CompletableFuture<Void>> all) {
    return CompletableFuture.allOf(all.toArray(new CompletableFuture[0]));
  }
}
