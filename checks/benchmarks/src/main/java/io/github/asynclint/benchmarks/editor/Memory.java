package io.github.asynclint.benchmarks.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory does a Java process have: objects that are in use, and pages of the machine? */
record Memory(long pid) {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  String text() throws IOException, InterruptedException {
    long resident = resident();
    jcmd("GC.run");
    long heap = kilobytes(USED.matcher(jcmd("GC.heap_info")));
    return "heap after a collection: " + heap / 1024 + " MB; resident before it: " + resident / 1024 + " MB";
  }

  /** 0 where the system does not tell. */
  private long resident() throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    return Files.exists(status) ? kilobytes(RESIDENT.matcher(Files.readString(status))) : 0;
  }

  private static long kilobytes(Matcher matcher) {
    long sum = 0;
    // The serial collector tells its generations one by one, before the metadata.
    for (int i = 0; i < 2 && matcher.find(); i++) {
      sum += Long.parseLong(matcher.group(1));
    }
    return sum;
  }

  private String jcmd(String what) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(pid),
                    what))
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text.replaceAll("(?m)^.*(Metaspace|class space).*$", "");
  }
}
