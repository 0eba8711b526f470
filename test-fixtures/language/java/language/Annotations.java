package language;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CompletableFuture;

/** Annotations on types, methods, parameters and locals, kept in the class file or not. */
@Annotations.Worker("outer")
final class Annotations {
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
  @interface Worker {
    String value() default "";

    Class<?>[] types() default {};
  }

  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.TYPE_USE})
  @interface InClassFile {}

  @Retention(RetentionPolicy.SOURCE)
  @interface InSourceOnly {}

  @Worker private final CompletableFuture<String> ready = new CompletableFuture<>();

  @Worker
  CompletableFuture<String> marked() {
    return ready.thenApply(String::trim);
  }

  @Worker(
      value = "io",
      types = {String.class, int[].class})
  void withArguments(@Worker("parameter") String name) {
    ready.complete(name);
  }

  @InClassFile
  String invisibleAtRunTime() {
    return ready.join();
  }

  @InSourceOnly
  String inSourceOnly() {
    return ready.join();
  }

  @Deprecated
  @SuppressWarnings("unused")
  @Override
  public String toString() {
    @InSourceOnly String text = ready.getNow("");
    return text;
  }

  CompletableFuture<@InClassFile String> onTypeUse() {
    return ready;
  }

  @Worker("nested")
  interface Nested {
    @Worker
    void run();
  }
}
