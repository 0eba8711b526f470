package language;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** instanceof with and without patterns, casts, boxing and unboxing, widening. */
final class PatternsAndCasts {
  int pattern(Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      return text.length();
    }
    return 0;
  }

  int negatedPattern(Object value) {
    if (!(value instanceof Integer number)) {
      return value.hashCode();
    }
    return number + 1;
  }

  boolean plainInstanceof(Object value) {
    return value instanceof List<?> || value instanceof CharSequence;
  }

  int finalPattern(Object value) {
    return value instanceof final String text ? text.length() : -1;
  }

  String cast(Object value) {
    return ((String) value).trim();
  }

  @SuppressWarnings("unchecked")
  CompletableFuture<String> uncheckedCast(Object value) {
    return ((CompletableFuture<String>) value).thenApply(text -> text.trim());
  }

  CompletableFuture<String> castOfCall(CompletionStage<String> stage) {
    CompletionStage<String> next = stage.thenApply(String::trim);
    return (CompletableFuture<String>) next;
  }

  CompletableFuture<String> upcast(CompletableFuture<String> future) {
    CompletionStage<String> stage = future;
    Object any = stage;
    return any == null ? null : stage.toCompletableFuture();
  }

  int unboxed(Integer value) {
    return value + 1;
  }

  Integer boxed(int value) {
    return value;
  }

  long widened(int value) {
    return Math.max(value, 1L);
  }

  byte narrowed(int value) {
    return (byte) Math.abs(value);
  }

  boolean boxedInCondition(Boolean flag, Character letter) {
    return flag && letter == 'a';
  }

  int boxedInLoop(List<Integer> values) {
    Integer sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  CompletableFuture<Long> boxedInLambda(CompletableFuture<Integer> value) {
    return value.thenApply(v -> v + 1L);
  }

  Class<?> classLiteral() {
    return int[].class.getComponentType();
  }
}
