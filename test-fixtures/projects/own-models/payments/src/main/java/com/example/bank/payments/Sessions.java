package com.example.bank.payments;

import com.example.bank.platform.Lanes;
import com.example.bank.platform.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/** Serves the sessions of customers. Uses the company's own threads. */
final class Sessions {
  private static final Logger LOG = Logger.getLogger(Sessions.class.getName());

  private final Lanes lanes;
  private final AccountDao accounts;

  Sessions(Lanes lanes, AccountDao accounts) {
    this.lanes = lanes;
    this.accounts = accounts;
  }

  void show(String customer) {
    lanes.onSessionThread(
        () -> {
          int count = accounts.ofCustomer(customer).size(); // expect: BlockingCallInAsyncContext
          LOG.info(() -> customer + " has " + count + " accounts");
        });
  }

  Reply<Integer> count(String customer) {
    return lanes.offload(() -> accounts.ofCustomer(customer).size());
  }

  Reply<Boolean> lock(String account, String customer) {
    return count(customer)
        .map(
            number -> {
              accounts.block(account); // expect: BlockingCallInAsyncContext
              return number == 1;
            });
  }

  CompletableFuture<Void> dropDraft(CompletableFuture<Path> draft) {
    return draft.thenAcceptAsync(
        path -> {
          if (!path.toFile().delete()) { // expect: BlockingCallInAsyncContext
            LOG.warning(() -> path + " is still there");
          }
        },
        lanes.sessionExecutor());
  }

  Reply<Boolean> dropDraftOffloaded(Path draft) {
    return lanes.offload(() -> Files.deleteIfExists(draft));
  }
}
