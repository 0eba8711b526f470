package io.github.asynclint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How does the command run in a virtual machine that suits a short run, when it was started by a plain
 * {@code java -jar}? A jar cannot state options of its virtual machine, so the command starts itself once
 * more: with the optimizing compiler, which never earns its cost in a run of seconds, left out, and with the
 * collector that needs least memory. See docs/decisions/0017.
 */
final class QuickStart {
  private static final String MARK = "ASYNCLINT_STARTED";
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String SMALL_COLLECTOR = "-XX:+UseSerialGC";

  private QuickStart() {}

  /**
   * Runs the same command line again with those options and gives its exit code; empty where that is not
   * to be done: it is the second start, the user chose options that speak of this, or the platform does
   * not tell the command line.
   */
  static Optional<Integer> run() {
    if (System.getenv(MARK) != null) {
      return Optional.empty();
    }
    ProcessHandle.Info self = ProcessHandle.current().info();
    Optional<List<String>> command =
        self.command().flatMap(java -> self.arguments().map(List::of).flatMap(all -> quick(java, all)));
    try {
      return command.isEmpty() ? Optional.empty() : Optional.of(start(command.get()));
    } catch (IOException e) {
      // It can as well run here.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The command line with the options, or empty where the user's own would get in their way. */
  static Optional<List<String>> quick(String java, List<String> arguments) {
    int jar = arguments.indexOf("-jar");
    if (jar < 0) {
      return Optional.empty();
    }
    List<String> given = arguments.subList(0, jar);
    boolean chosen =
        given.stream()
            .anyMatch(
                option ->
                    option.contains("Tiered")
                        || option.contains("Compil")
                        || option.startsWith("-X") && option.endsWith("GC")
                        || option.startsWith("-agent")
                        || option.startsWith("-javaagent"));
    if (chosen) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(java, QUICK_COMPILER, SMALL_COLLECTOR));
    command.addAll(arguments);
    return Optional.of(command);
  }

  private static int start(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(MARK, "1");
    Process child = builder.start();
    // Whoever stops this process means the work.
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
    return child.waitFor();
  }
}
