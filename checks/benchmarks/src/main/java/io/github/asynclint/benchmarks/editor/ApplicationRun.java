package io.github.asynclint.benchmarks.editor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Does an editor show of an application what the command reports of it? Files are opened, typed into and
 * put back, and both times the findings are compared; beside them stand the times and the memory.
 */
public final class ApplicationRun {
  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::line)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  private final Path jar;
  private final List<String> options;
  private final Path project;
  private final List<String> classPath;
  private final Path logs;
  private Map<String, List<Finding>> reported = Map.of();
  private int wrong;

  private ApplicationRun(
      Path jar, List<String> options, Path project, List<String> classPath, Path logs) {
    this.jar = jar;
    this.options = options;
    this.project = project;
    this.classPath = classPath;
    this.logs = logs;
  }

  /**
   * Prints a table in Markdown; exits with 1 if a file differs.
   *
   * @param args the folder of the benchmarks, that of the application, the number of files, the class path
   *     besides what the application says of itself, options for the server's Java
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path here = Path.of(args[0]).toRealPath();
    Path jar = here.resolve("../cli/target/asynclint.jar").normalize();
    List<String> options = List.of(args).subList(4, args.length);
    List<String> classPath =
        Stream.of(args[3].split(File.pathSeparator)).filter(each -> !each.isBlank()).toList();
    Path logs = Files.createDirectories(here.resolve("target/application"));
    Path project = Path.of(args[1]).toRealPath();
    ApplicationRun run = new ApplicationRun(jar, options, project, classPath, logs);
    run.run(Integer.parseInt(args[2]));
    System.exit(run.wrong == 0 ? 0 : 1);
  }

  private void run(int count) throws IOException, InterruptedException {
    List<Path> all = sources();
    System.out.printf("%s: %d Java files%n%n", project.getFileName(), all.size());
    System.out.println("| measured | times | wall ms median / p95 / most | CPU ms median / p95 / most |");
    System.out.println("|---|---|---|---|");
    check();
    List<Path> files = chosen(all, count);
    List<String> compared = new ArrayList<>();
    try (ServerProcess server = new ServerProcess(command(options, "lsp"), logs.resolve("server.log"))) {
      OpenedFolder editor = new OpenedFolder(server, project);
      long began = System.nanoTime();
      editor.start(classPath);
      open(editor, files.subList(0, 1));
      System.out.println(once(began, server).row("start to all findings of the first file"));
      server.awaitRest();
      System.out.println(once(began, server).row("start to rest"));
      System.out.println(open(editor, files.subList(1, files.size())).row("open"));
      server.awaitRest();
      compared.add(compare(server, files, "opened"));
      System.out.println(edit(editor, files).row("edit"));
      server.awaitRest();
      compared.add(compare(server, files, "typed into and put back"));
      compared.add(new Memory(server.pid()).text());
    }
    System.out.println();
    compared.forEach(System.out::println);
  }

  private static Times once(long began, ServerProcess server) {
    Times times = new Times();
    times.add(Duration.ofNanos(System.nanoTime() - began), server.cpuTime());
    return times;
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> found = Files.walk(project)) {
      return found
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !project.relativize(file).toString().contains("target" + File.separator))
          .sorted()
          .toList();
    }
  }

  private List<String> command(List<String> forJava, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(forJava);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void check() throws IOException, InterruptedException {
    List<String> command = command(List.of(), "check", "--fail-on", "never");
    if (!classPath.isEmpty()) {
      command.addAll(List.of("--classpath", String.join(File.pathSeparator, classPath)));
    }
    command.add(".");
    Path report = logs.resolve("report.txt");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectOutput(report.toFile())
            .redirectError(logs.resolve("check.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("the command failed; see " + logs.resolve("check.log"));
    }
    System.out.printf(
        "| check, the command | 1 | %d | |%n", (System.nanoTime() - began) / 1_000_000);
    reported = Finding.reported(Files.readString(report, StandardCharsets.UTF_8));
  }

  /** As many with findings as there are, up to a half, and others, each from all over the application. */
  private List<Path> chosen(List<Path> all, int count) {
    List<Path> found = all.stream().filter(file -> !expected(file).isEmpty()).toList();
    List<Path> others = all.stream().filter(file -> expected(file).isEmpty()).toList();
    int half = Math.min(found.size(), (count + 1) / 2);
    int rest = Math.min(others.size(), count - half);
    List<Path> chosen = new ArrayList<>(spread(found, half));
    chosen.addAll(spread(others, rest));
    return chosen;
  }

  private static List<Path> spread(List<Path> files, int count) {
    List<Path> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(files.get((int) ((long) i * files.size() / count)));
    }
    return some;
  }

  private List<Finding> expected(Path file) {
    String name = project.relativize(file).toString().replace(File.separatorChar, '/');
    return reported.getOrDefault(name, List.of()).stream().sorted(ORDER).toList();
  }

  private static Times open(OpenedFolder editor, List<Path> files)
      throws IOException, InterruptedException {
    Times times = new Times();
    for (Path file : files) {
      Duration cpu = editor.server().cpuTime();
      long before = System.nanoTime();
      editor.open(file, Files.readString(file));
      times.add(
            Duration.ofNanos(System.nanoTime() - before), editor.server().cpuTime().minus(cpu));
    }
    return times;
  }

  /** Types a statement into each file in two steps and takes it away again. */
  private static Times edit(OpenedFolder editor, List<Path> files)
      throws IOException, InterruptedException {
    Times times = new Times();
    for (Path file : files) {
      String text = Files.readString(file);
      if (!Typing.fits(text)) {
        continue;
      }
      Typing typing = new Typing(text, 1);
      for (int version = 2; version <= 4; version++) {
        Duration cpu = editor.server().cpuTime();
        long before = System.nanoTime();
        editor.change(file, version, typing.next());
        times.add(
            Duration.ofNanos(System.nanoTime() - before), editor.server().cpuTime().minus(cpu));
      }
    }
    return times;
  }

  private String compare(ServerProcess server, List<Path> files, String what) {
    int findings = 0;
    int equal = 0;
    for (Path file : files) {
      List<Finding> expected = expected(file);
      List<Finding> shown = Finding.shown(server.said(file)).stream().sorted(ORDER).toList();
      findings += shown.size();
      if (shown.equals(expected)) {
        equal++;
      } else {
        wrong++;
        System.err.printf(
            "%s, %s:%n  the command: %s%n  the server:  %s%n",
            project.relativize(file), what, expected, shown);
      }
    }
    return String.format(
        "%s: %d of %d files as the command reports them, %d findings",
        what, equal, files.size(), findings);
  }
}
