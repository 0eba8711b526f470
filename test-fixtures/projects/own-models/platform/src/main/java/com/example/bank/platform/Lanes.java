package com.example.bank.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** The threads of a service of the bank; the implementation comes with the runtime. */
public interface Lanes {
  /** Runs on the one thread that serves all sessions. */
  void onSessionThread(Runnable work);

  /** Runs on a pool whose threads may block; the reply arrives on the session thread. */
  <T> Reply<T> offload(Callable<T> work);

  /** The thread that serves all sessions, for libraries that take an executor. */
  Executor sessionExecutor();
}
