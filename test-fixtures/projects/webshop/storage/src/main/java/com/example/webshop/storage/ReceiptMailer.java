package com.example.webshop.storage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Puts receipts into the outbox, from where the mail gateway fetches them. */
public final class ReceiptMailer {
  private static final Logger log = LoggerFactory.getLogger(ReceiptMailer.class);

  private final Templates templates;
  private final BlobStore blobs;

  public ReceiptMailer(Templates templates, BlobStore blobs) {
    this.templates = templates;
    this.blobs = blobs;
  }

  public Mono<Void> send(Receipt receipt) {
    return deliver(receipt)
        .then(audit("sent", receipt))
        .doOnSuccess(done -> log.info("receipt {} is in the outbox", receipt.orderId()));
  }

  public Mono<Void> sendAgain(Receipt receipt) {
    audit("sent again", receipt); // expect: UnsubscribedPublisher
    return deliver(receipt);
  }

  private Mono<Void> deliver(Receipt receipt) {
    return templates
        .body("receipt.txt")
        .map(body -> body.replace("{customer}", receipt.customer()))
        .map(body -> body.replace("{text}", receipt.text()))
        .flatMap(mail -> store("outbox/" + receipt.orderId(), mail))
        .timeout(Duration.ofSeconds(10));
  }

  private Mono<Void> audit(String what, Receipt receipt) {
    return store("audit/" + receipt.orderId(), what + " " + Instant.now());
  }

  private Mono<Void> store(String key, String text) {
    return Mono.fromFuture(() -> blobs.put(key, text.getBytes(StandardCharsets.UTF_8))).then();
  }
}
