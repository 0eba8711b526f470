package pitfalls.threadlocalacrossasync;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Context;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Request attributes, locales and gRPC contexts belong to the thread that serves the request. */
final class RequestContexts {
  static final Context.Key<String> TENANT = Context.key("tenant");

  interface Texts {
    String greeting(Locale locale);

    ListenableFuture<String> translated(String text);

    void store(String tenant);
  }

  private final Texts texts;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  RequestContexts(Texts texts) {
    this.texts = texts;
  }

  CompletableFuture<String> attributeOnThePool() {
    return CompletableFuture.supplyAsync(
        () -> {
          RequestAttributes request =
              RequestContextHolder.currentRequestAttributes(); // expect: ThreadLocalAcrossAsync
          return String.valueOf(request.getAttribute("tenant", RequestAttributes.SCOPE_REQUEST));
        },
        pool);
  }

  CompletableFuture<String> localeOfTheMachine() {
    return CompletableFuture.supplyAsync(
        () -> texts.greeting(LocaleContextHolder.getLocale())); // expect: ThreadLocalAcrossAsync
  }

  ListenableFuture<String> localeInAGuavaCallback(String text) {
    return Futures.transform(
        texts.translated(text),
        translated ->
            translated + LocaleContextHolder.getLocale(), // expect: ThreadLocalAcrossAsync
        pool);
  }

  void grpcKeyOnThePool() {
    pool.execute(() -> texts.store(TENANT.get())); // expect: ThreadLocalAcrossAsync
  }

  void grpcContextWrapped() {
    pool.execute(Context.current().wrap(() -> texts.store(TENANT.get())));
  }

  void grpcExecutor() {
    Executor carrying = Context.currentContextExecutor(pool);
    carrying.execute(() -> texts.store(TENANT.get()));
  }

  CompletableFuture<String> localeCaptured() {
    Locale locale = LocaleContextHolder.getLocale();
    return CompletableFuture.supplyAsync(() -> texts.greeting(locale));
  }

  CompletableFuture<String> attributesHandedOn() {
    RequestAttributes request = RequestContextHolder.currentRequestAttributes();
    return CompletableFuture.supplyAsync(
        () -> {
          RequestContextHolder.setRequestAttributes(request);
          return String.valueOf(
              RequestContextHolder.currentRequestAttributes()
                  .getAttribute("tenant", RequestAttributes.SCOPE_REQUEST));
        },
        pool);
  }
}
