package io.github.asynclint.benchmarks.editor;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What does a language server say, and when? One process, spoken to as an editor does. */
final class ServerProcess implements AutoCloseable {
  /** The version of what is published before all findings of a file are known. */
  static final int ANY = -1;

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "\"method\":\"textDocument/publishDiagnostics\",\"params\":\\{\"uri\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

  /** What a process takes in a second that only waits. */
  private static final Duration REST = Duration.ofMillis(50);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final OutputStream out;
  private final Map<String, Integer> published = new ConcurrentHashMap<>();
  private final Map<String, String> last = new ConcurrentHashMap<>();
  private final Object news = new Object();
  private volatile boolean isOver;
  private int requests;

  /** Starts the command; what it writes to its standard error goes to the file. */
  ServerProcess(List<String> command, Path errors) throws IOException {
    this.process =
        new ProcessBuilder(command).redirectError(errors.toFile()).start();
    this.out = process.getOutputStream();
    Thread reader = new Thread(this::read, "reader");
    reader.setDaemon(true);
    reader.start();
  }

  long pid() {
    return process.pid();
  }

  /** User and system time of all its threads so far. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void request(String method, String params) throws IOException {
    requests++;
    send("{\"jsonrpc\":\"2.0\",\"id\":" + requests + "," + body(method, params) + "}");
  }

  void notify(String method, String params) throws IOException {
    send("{\"jsonrpc\":\"2.0\"," + body(method, params) + "}");
  }

  private static String body(String method, String params) {
    return "\"method\":\"" + method + "\",\"params\":" + params;
  }

  private void send(String message) throws IOException {
    byte[] content = message.getBytes(StandardCharsets.UTF_8);
    out.write(
        ("Content-Length: " + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    out.flush();
  }

  /** Waits for what is found in that version of the file, or a later one; {@link #ANY} takes what comes. */
  void awaitFindings(Path file, int version) throws IOException, InterruptedException {
    String uri = file.toUri().toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (news) {
      while (published.getOrDefault(uri, ANY - 1) < version) {
        long left = end - System.nanoTime();
        if (isOver || left <= 0) {
          throw new IOException("no findings of version " + version + " of " + file);
        }
        news.wait(Math.max(1, left / 1_000_000));
      }
    }
  }

  /** The last notification about a file, as it was sent; empty if there was none. */
  String said(Path file) {
    return last.getOrDefault(file.toUri().toString(), "");
  }

  /** Waits until it has nothing more to do: it looks at what nobody asked about when nobody asks. */
  void awaitRest() throws InterruptedException {
    Duration before = Duration.ZERO;
    for (Duration now = cpuTime(); !isOver && now.minus(before).compareTo(REST) > 0; now = cpuTime()) {
      before = now;
      Thread.sleep(1_000);
    }
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      while (true) {
        int length = length(in);
        String message = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        Matcher matcher = PUBLISHED.matcher(message);
        if (matcher.find()) {
          published(matcher.group(1), message);
        }
      }
    } catch (IOException e) {
      // The process ended: who waits is told.
    } finally {
      isOver = true;
      synchronized (news) {
        news.notifyAll();
      }
    }
  }

  private void published(String uri, String message) {
    int version = ANY;
    // Texts inside have their quotes escaped, so that only the notification's own has this form.
    for (Matcher matcher = VERSION.matcher(message); matcher.find(); ) {
      version = Integer.parseInt(matcher.group(1));
    }
    synchronized (news) {
      published.put(uri, version);
      last.put(uri, message);
      news.notifyAll();
    }
  }

  private static int length(InputStream in) throws IOException {
    int length = -1;
    while (true) {
      String line = line(in);
      if (line.isEmpty() && length >= 0) {
        return length;
      }
      if (line.startsWith("Content-Length:")) {
        length = Integer.parseInt(line.substring("Content-Length:".length()).strip());
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Ends it as an editor does, and at once if it does not go. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (!isOver) {
      request("shutdown", "null");
      notify("exit", "null");
    }
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
