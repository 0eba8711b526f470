package language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Method references of all kinds, and what each one calls on which receiver. */
class MethodReferences {
  private final List<String> seen = new ArrayList<>();

  static String normalise(String raw) {
    return raw.trim();
  }

  String decorate(String raw) {
    return "<" + raw + ">";
  }

  static List<String> gather(String... parts) {
    return Arrays.asList(parts);
  }

  CompletableFuture<String> staticMethod(CompletableFuture<String> name) {
    return name.thenApply(MethodReferences::normalise);
  }

  CompletableFuture<String> boundThis(CompletableFuture<String> name) {
    return name.thenApply(this::decorate);
  }

  CompletableFuture<Boolean> boundField(CompletableFuture<String> name) {
    return name.thenApply(seen::add);
  }

  CompletableFuture<Void> boundLocal(CompletableFuture<String> name) {
    StringBuilder text = new StringBuilder();
    return name.thenAccept(text::append);
  }

  CompletableFuture<String> boundCallResult(CompletableFuture<String> name) {
    return name.thenApply(create()::decorate);
  }

  static MethodReferences create() {
    return new MethodReferences();
  }

  CompletableFuture<Integer> unbound(CompletableFuture<String> name) {
    return name.thenApply(String::length);
  }

  BiFunction<String, String, Boolean> unboundWithArgument() {
    return String::startsWith;
  }

  Function<String, StringBuilder> constructor() {
    return StringBuilder::new;
  }

  Supplier<List<String>> genericConstructor() {
    return ArrayList<String>::new;
  }

  IntFunction<String[]> arrayConstructor() {
    return String[]::new;
  }

  String[] arrayConstructorPassed(Stream<String> names) {
    return names.map(MethodReferences::normalise).toArray(String[]::new);
  }

  BiFunction<String, String, List<String>> varargs() {
    return MethodReferences::gather;
  }

  /** The reference returns a value that the slot drops. */
  void voidSlot(List<String> names) {
    names.forEach(this::decorate);
  }

  void boxed(List<Integer> numbers) {
    numbers.stream().mapToInt(Integer::intValue).boxed().map(Integer::doubleValue).toList();
  }

  static void printed(List<String> names) {
    names.forEach(System.out::println);
  }

  static final class Louder extends MethodReferences {
    @Override
    String decorate(String raw) {
      return raw.toUpperCase();
    }

    CompletableFuture<String> superMethod(CompletableFuture<String> name) {
      return name.thenApply(super::decorate);
    }

    Function<String, String> superMethodStored() {
      Function<String, String> quiet = super::decorate;
      return quiet;
    }
  }

  final class Inner {
    Consumer<String> outerMethod() {
      return MethodReferences.this::decorate;
    }

    Supplier<Inner> innerConstructor() {
      return Inner::new;
    }
  }
}
