package io.github.asynclint.cli;

import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.Reason;
import io.github.asynclint.cli.output.Format;
import io.github.asynclint.cli.output.HtmlFormat;
import io.github.asynclint.cli.output.Report;
import io.github.asynclint.cli.output.Reported;
import io.github.asynclint.cli.output.SarifFormat;
import io.github.asynclint.cli.output.TextFormat;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which async bugs are there in sources, class files or a Maven project? */
@Command(
    name = "check",
    description = "Looks for async bugs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found that is as loud as --fail-on",
      "1:findings at least as loud as --fail-on",
      "2:nothing could be analysed, or the command line makes no sense"
    })
final class CheckCommand implements Callable<Integer> {
  /** In which form findings are written. */
  enum FormatName {
    text,
    sarif,
    html
  }

  /** Which findings fail the run. */
  enum FailOn {
    error,
    warning,
    never
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "A source folder or .java file, a jar or class folder, or the root of a Maven project.")
  private List<Path> paths;

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Jars and class folders that the code is compiled against.")
  private String classPath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      description =
          "The Java release that the code is compiled for; default: what the pom or the class files say,"
              + " else the one that runs this.")
  private Optional<Integer> release;

  @Mixin private RuleChoice rules;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "A YAML file of your own on libraries; beside asynclint.yaml in the project.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are known and not reported.")
  private Optional<Path> baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Accept all findings of this run: write them to a baseline.")
  private Optional<Path> newBaseline;

  @Option(
      names = "--unused-suppressions",
      description = "Also tells which suppressions suppress nothing or give no reason.")
  private boolean unusedSuppressions;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private FormatName format = FormatName.text;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes; default: standard output.")
  private Optional<Path> output;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private FailOn failOn = FailOn.error;

  @Override
  public Integer call() {
    long start = System.nanoTime();
    PrintWriter err = spec.commandLine().getErr();
    Messages messages = new Messages(err);
    RuleSelection selection = rules.selection();
    Baseline accepted = baseline.map(Baseline::read).orElseGet(Baseline::empty);
    output.ifPresent(CheckCommand::requireWritable);
    newBaseline.ifPresent(CheckCommand::requireWritable);
    List<Path> libraries = Inputs.classPath(classPath, messages);
    OptionalInt compiledFor =
        release.map(OptionalInt::of).orElse(OptionalInt.empty());
    Inputs inputs = Inputs.of(paths, libraries, compiledFor, messages);
    ModelFiles known = new ModelFiles(inputs.projects(), models);
    Check check = new Check(selection, known, messages, new Progress(err), unusedSuppressions);
    List<Reported> found = check.run(inputs);
    if (check.classes() == 0) {
      if (messages.all().isEmpty()) {
        throw new UnusableInput("nothing could be analysed");
      }
      return ExitCode.UNUSABLE;
    }
    newBaseline.ifPresent(file -> write(file, Baseline.text(found)));
    List<Reported> fresh = newBaseline.isPresent() ? List.of() : accepted.unknown(found);
    Report report = new Report(fresh, selection.rules(), messages.all(), Version.current());
    write(report);
    err.printf(
        Locale.ROOT,
        "asynclint: %s analysed in %.1f s%s%n",
        check.classes() == 1 ? "1 class" : check.classes() + " classes",
        (System.nanoTime() - start) / 1e9,
        output.map(file -> ": " + report.summary() + ", see " + file).orElse(""));
    err.flush();
    return fails(report) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private boolean fails(Report report) {
    return switch (failOn) {
      case never -> false;
      case error -> report.count(Finding.Severity.ERROR) > 0;
      case warning ->
          report.count(Finding.Severity.ERROR) + report.count(Finding.Severity.WARNING) > 0;
    };
  }

  private void write(Report report) {
    Format writer =
        switch (format) {
          case text -> new TextFormat(output.isEmpty() && Ansi.AUTO.enabled());
          case sarif -> new SarifFormat();
          case html -> new HtmlFormat();
        };
    StringBuilder text = new StringBuilder();
    try {
      writer.write(report, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (output.isPresent()) {
      write(output.get(), text.toString());
    } else {
      // A reader that went away (| head) is no failure: a PrintWriter keeps quiet about it.
      PrintWriter out = spec.commandLine().getOut();
      out.print(text);
      out.flush();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UnusableInput("cannot write " + file + ": " + Reason.of(e));
    }
  }

  /** Says so before the work is done, not after. */
  private static void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String problem = "";
    if (Files.isDirectory(file)) {
      problem = "is a folder";
    } else if (folder == null || !Files.isDirectory(folder)) {
      problem = "no such folder: " + folder;
    } else if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
      problem = "access denied";
    }
    if (!problem.isEmpty()) {
      throw new UnusableInput("cannot write " + file + ": " + problem);
    }
  }
}
