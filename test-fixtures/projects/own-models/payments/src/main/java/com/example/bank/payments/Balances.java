package com.example.bank.payments;

import com.example.bank.platform.LedgerClient;
import com.example.bank.platform.Reply;
import java.util.logging.Logger;

/** What may a customer spend? Uses the company's own async client. */
final class Balances {
  private static final Logger LOG = Logger.getLogger(Balances.class.getName());

  private final LedgerClient ledger;

  Balances(LedgerClient ledger) {
    this.ledger = ledger;
  }

  Reply<Boolean> covers(String account, long amount) {
    return ledger.balance(account).map(balance -> balance >= amount);
  }

  void warmUp(String account) {
    ledger.balance(account); // expect: UnawaitedFuture
  }

  void report(String account) {
    ledger
        .balance(account)
        .map(balance -> Math.max(0, balance))
        .onFailure(failure -> LOG.warning(() -> "no balance: " + failure));
  }

  Reply<Long> total(String giro, String savings) {
    return ledger
        .balance(giro)
        .map(balance -> balance + ledger.balanceNow(savings)); // expect: BlockingCallInAsyncContext
  }

  Reply<Long> totalComposed(String giro, String savings) {
    return ledger
        .balance(giro)
        .flatMap(balance -> ledger.balance(savings).map(more -> balance + more));
  }

  void followBookings() {
    ledger.onBooking(
        account -> {
          long balance = ledger.balance(account).await(); // expect: BlockingWaitInAsyncContext
          LOG.info(() -> account + ": " + balance);
        });
  }
}
