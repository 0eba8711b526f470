package com.example.webshop.shop;

import com.example.webshop.storage.Receipt;
import com.example.webshop.storage.ReceiptArchive;
import com.example.webshop.storage.ReceiptMailer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;

/** Answers questions about receipts on the event bus. */
final class ReceiptVerticle extends VerticleBase {
  private final ReceiptArchive archive;
  private final ReceiptMailer mailer;

  ReceiptVerticle(ReceiptArchive archive, ReceiptMailer mailer) {
    this.archive = archive;
    this.mailer = mailer;
  }

  @Override
  public Future<?> start() {
    EventBus bus = vertx.eventBus();
    bus.<String>consumer(
        "receipt.print",
        message -> {
          Receipt receipt = archive.loadNow(message.body()); // expect: BlockingWaitInAsyncContext
          message.reply(receipt.text());
        });
    bus.<String>consumer(
        "receipt.show",
        message ->
            load(message.body())
                .onSuccess(receipt -> message.reply(receipt.text()))
                .onFailure(failure -> refuse(message, failure)));
    bus.<String>consumer(
        "receipt.mail",
        message ->
            load(message.body())
                .compose(this::mail)
                .onSuccess(sent -> message.reply("sent"))
                .onFailure(failure -> refuse(message, failure)));
    return Future.succeededFuture();
  }

  private Future<Receipt> load(String orderId) {
    return Future.fromCompletionStage(archive.load(orderId), context);
  }

  private Future<Void> mail(Receipt receipt) {
    return Future.fromCompletionStage(mailer.send(receipt).toFuture(), context);
  }

  private static void refuse(Message<?> message, Throwable failure) {
    message.fail(500, String.valueOf(failure.getMessage()));
  }
}
