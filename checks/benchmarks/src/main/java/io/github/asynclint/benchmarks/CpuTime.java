package io.github.asynclint.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How much CPU time does a command take? User and system, of all its threads and children.
 *
 * <p>Asked of {@code bash}, which learns it from the kernel when the command ends: Java can ask a
 * process only while it is alive.
 */
final class CpuTime {
  private static final String SCRIPT =
      "TIMEFORMAT='%U %S'; out=$1; shift; { time \"$@\" >\"$out\" 2>&1; } 2>&1";

  private CpuTime() {}

  /**
   * The CPU seconds of a command that must succeed.
   *
   * @param output the file that takes what the command prints
   */
  static double of(List<String> command, Path output) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash", output.toString()));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(
          "exit " + exit + " of " + String.join(" ", command) + "\n" + tail(output));
    }
    return parse(times);
  }

  static double parse(String times) {
    double seconds = 0;
    for (String time : times.strip().split(" ")) {
      seconds += Double.parseDouble(time);
    }
    return seconds;
  }

  private static String tail(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
