package io.github.asynclint.lsp;

import java.util.Optional;

/** Does the process that started the server still live? A server must not stay behind its editor. */
final class Parent {
  private Parent() {}

  /** Has the action run once the process is gone; at once if there is no such process. */
  static void watch(long process, Runnable gone) {
    if (process == ProcessHandle.current().pid()) {
      return;
    }
    Optional<ProcessHandle> parent = ProcessHandle.of(process);
    if (parent.isEmpty()) {
      gone.run();
      return;
    }
    Thread watch =
        new Thread(
            () -> {
              // asynclint:ignore UnboundedWait - the editor may stay open for weeks
              parent.get().onExit().join();
              gone.run();
            },
            "asynclint-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
