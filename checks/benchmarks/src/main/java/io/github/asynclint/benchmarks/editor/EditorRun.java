package io.github.asynclint.benchmarks.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long does somebody wait for findings who opens a file of a large workspace and types, and what memory
 * does the server take meanwhile? The command's {@code lsp} is started as editors do it.
 */
public final class EditorRun {
  private static final int STARTS = 3;
  private static final int OPERATIONS = 1_500;

  /** Lines of a file from which on it gets a tenth of the edits, as each takes seconds. */
  private static final int LONG_FILE = 5_000;

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Files of some 1,000 lines: one that all others call, and one of many that call it. */
  private static final List<String> FILES =
      List.of(
          "org/redisson/command/CommandAsyncService.java",
          "org/redisson/RedissonTimeSeries.java",
          GeneratedApi.FILE,
          GeneratedApi.USER);

  private final List<String> command;
  private final Path workspace;
  private final Path classPath;
  private final Path errors;
  private final int edits;

  private EditorRun(List<String> command, Path target, int edits) {
    this.command = command;
    this.workspace = target.resolve("editor/src");
    this.classPath = target.resolve("subjects/redisson/lib");
    this.errors = target.resolve("editor/server.log");
    this.edits = edits;
  }

  /**
   * Prints a table in Markdown.
   *
   * @param args the folder of the benchmarks, the number of edits in each file, options for Java
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path here = Path.of(args[0]).toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(args).subList(2, args.length));
    command.addAll(
        List.of("-jar", here.resolve("../cli/target/asynclint.jar").normalize().toString(), "lsp"));
    EditorRun run = new EditorRun(command, here.resolve("target"), Integer.parseInt(args[1]));
    run.fill(here.resolve("target/subjects/redisson/src"));
    run.run();
  }

  /** Lays out the workspace: the subject's sources and the generated ones. */
  private void fill(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(sources)) {
      files = found.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      write(sources.relativize(file).toString(), Files.readString(file));
    }
    write(GeneratedApi.FILE, GeneratedApi.text(OPERATIONS));
    write(GeneratedApi.USER, GeneratedApi.user(100));
  }

  private void write(String file, String text) throws IOException {
    Path path = workspace.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(
        "| measured | times | wall ms median / p95 / most | CPU ms median / p95 / most | budget | within |");
    System.out.println("|---|---|---|---|---|---|");
    Times first = new Times();
    Times starts = new Times();
    for (int i = 1; i <= STARTS; i++) {
      long before = System.nanoTime();
      try (ServerProcess server = new ServerProcess(command, errors)) {
        OpenedFolder editor = new OpenedFolder(server, workspace);
        editor.start(List.of(classPath + "/*.jar"));
        Path file = workspace.resolve(FILES.get(0));
        editor.show(file, Files.readString(file));
        server.awaitFindings(file, ServerProcess.ANY);
        first.add(Duration.ofNanos(System.nanoTime() - before), server.cpuTime());
        server.awaitFindings(file, 1);
        starts.add(Duration.ofNanos(System.nanoTime() - before), server.cpuTime());
        if (i == STARTS) {
          System.out.println(first.row("start to first findings", 2_000));
          System.out.println(starts.row("start to all findings of the file") + " | |");
          edit(editor);
        }
      }
    }
  }

  private void open(OpenedFolder editor, String file) throws IOException, InterruptedException {
    Path path = workspace.resolve(file);
    editor.open(path, Files.readString(path));
  }

  private void edit(OpenedFolder editor) throws IOException, InterruptedException {
    ServerProcess server = editor.server();
    for (String file : FILES) {
      if (!file.equals(FILES.get(0))) {
        long before = System.nanoTime();
        Duration cpu = server.cpuTime();
        open(editor, file);
        Times opened = new Times();
        opened.add(Duration.ofNanos(System.nanoTime() - before), server.cpuTime().minus(cpu));
        System.out.println(opened.row("open " + name(file), 2_000));
      }
      String text = Files.readString(workspace.resolve(file));
      long lines = text.lines().count();
      int count = lines > LONG_FILE ? Math.max(1, edits / 10) : edits;
      Typing typing = new Typing(text, 1);
      Times times = new Times();
      for (int i = 0; i < 2 * count; i++) {
        Thread.sleep(PAUSE.toMillis());
        long before = System.nanoTime();
        Duration cpu = server.cpuTime();
        editor.change(workspace.resolve(file), i + 2, typing.next());
        if (i >= count) {
          times.add(Duration.ofNanos(System.nanoTime() - before), server.cpuTime().minus(cpu));
        }
      }
      System.out.println(times.row("edit " + name(file) + " (" + lines + " lines)", 150));
      editor.close(workspace.resolve(file));
    }
    System.out.println(new Memory(server.pid()).text());
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
