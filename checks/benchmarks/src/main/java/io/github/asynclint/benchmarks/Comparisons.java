package io.github.asynclint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which comparisons are there? The budgets that can be measured from outside. */
final class Comparisons {
  private static final List<String> EXPORTED =
      List.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  private final Path subjects;
  private final Path checks;
  private final Path work;

  /**
   * Finds everything in the folders of a build.
   *
   * @param subjects what run.sh fetched
   * @param checks the folder of the modules, built
   * @param work for lists of arguments and class files
   */
  Comparisons(Path subjects, Path checks, Path work) {
    this.subjects = subjects;
    this.checks = checks;
    this.work = work;
  }

  List<Comparison> all() throws IOException {
    return List.of(
        errorProne("vertx-core", 1.05),
        errorProne("commons-lang3", 1.02),
        errorProne("commons-collections4", 1.02),
        spotBugs("vertx-core"),
        spotBugs("reactor-core"),
        spotBugs("commons-lang3"),
        command("vertx-core"),
        command("reactor-core"));
  }

  private Comparison errorProne(String name, double limit) throws IOException {
    List<Path> host = subject("error-prone").jars();
    List<Path> plugin = new ArrayList<>(host);
    plugin.add(built("error-prone", "asynclint-error-prone-"));
    return new Comparison(
        "error-prone " + name,
        javac(name, Subject.classPath(host), ""),
        // Naming a rule makes the run fail if the plugin is not found.
        javac(name, Subject.classPath(plugin), " -Xep:UnawaitedFuture:WARN"),
        limit);
  }

  private List<String> javac(String name, String processors, String options) throws IOException {
    Path classes = work.resolve("classes").resolve(name);
    Files.createDirectories(classes);
    Path sources = work.resolve(name + ".sources");
    Files.write(sources, subject(name).sources().stream().map(file -> "\"" + file + "\"").toList());
    List<String> command = new ArrayList<>(List.of(tool("javac")));
    for (String exported : EXPORTED) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + exported + "=ALL-UNNAMED");
    }
    // The policy that lets helpers be followed into other files.
    command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-nowarn"));
    command.addAll(List.of("-encoding", "UTF-8", "-proc:none", "-d", classes.toString()));
    command.addAll(List.of("-classpath", subject(name).classPath()));
    command.addAll(List.of("-processorpath", processors));
    command.add("-Xplugin:ErrorProne -XepAllErrorsAsWarnings" + options);
    command.add("@" + sources);
    return command;
  }

  private Comparison spotBugs(String name) throws IOException {
    Path plugin = built("spotbugs", "asynclint-spotbugs-");
    return new Comparison(
        "spotbugs " + name,
        spotBugs(name, List.of()),
        spotBugs(name, List.of("-pluginList", plugin.toString())),
        1.05);
  }

  private List<String> spotBugs(String name, List<String> options) {
    List<String> command = new ArrayList<>(List.of(tool("java"), "-cp"));
    command.add(subject("spotbugs").classPath());
    command.addAll(List.of("edu.umd.cs.findbugs.FindBugs2", "-low"));
    command.addAll(options);
    if (!subject(name).jars().isEmpty()) {
      command.addAll(List.of("-auxclasspath", subject(name).classPath()));
    }
    command.add(subject(name).classes().toString());
    return command;
  }

  private Comparison command(String name) {
    List<String> command = new ArrayList<>(List.of(tool("java"), "-jar"));
    command.add(checks.resolve("cli/target/asynclint.jar").toString());
    command.addAll(List.of("check", "--fail-on", "never"));
    command.addAll(List.of("--classpath", subject(name).classPath()));
    command.add(subject(name).classes().toString());
    return new Comparison("command " + name, spotBugs(name, List.of()), command, 0.1);
  }

  private Subject subject(String name) {
    return new Subject(subjects.resolve(name));
  }

  /** The jar of a module that users get, whatever its version. */
  private Path built(String module, String prefix) throws IOException {
    Path target = checks.resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".jar"))
          // Sources and documentation have longer names.
          .min(Comparator.comparing((Path file) -> file.toString().length()))
          .orElseThrow(() -> new IOException("no jar " + prefix + "* in " + target));
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
