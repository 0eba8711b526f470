package com.example.bank.platform;

import java.util.function.Consumer;

/** Asks the ledger over the bank's own wire protocol; the implementation comes with the runtime. */
public interface LedgerClient {
  /** Sends the question; the reply arrives on the client's I/O thread. */
  Reply<Long> balance(String account);

  /** Sends the question and waits for the reply. */
  long balanceNow(String account);

  /** Tells the listener of each booking, on the client's I/O thread. */
  void onBooking(Consumer<String> listener);
}
