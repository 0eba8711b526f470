package com.example.webshop.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.util.FileCopyUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Mail templates in a folder of the local disk. */
public final class Templates {
  private final Path folder;

  public Templates(Path folder) {
    this.folder = folder;
  }

  public Mono<String> body(String name) {
    return Mono.fromCallable(() -> FileCopyUtils.copyToByteArray(folder.resolve(name).toFile()))
        .subscribeOn(Schedulers.boundedElastic())
        .map(Templates::text);
  }

  public Mono<String> logo() {
    Path file = folder.resolve("logo.svg");
    return Mono.fromCallable(
            () ->
                FileCopyUtils.copyToByteArray(file.toFile())) // expect: BlockingCallInAsyncContext
        .map(Templates::text);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
