package io.github.asynclint.cli;

import io.github.asynclint.project.Inputs;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "2:nothing could be analysed, not all fitted into the memory, or the command line makes no sense"
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

  @Mixin private InputChoice input;

  @Mixin private RuleChoice rules;

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

  @Mixin private OutputChoice output;

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
    output.requireWritable();
    newBaseline.ifPresent(OutputChoice::requireWritable);
    Inputs inputs = input.inputs(messages);
    ModelFiles known = input.models(inputs);
    Check check = new Check(selection, known, messages, new Progress(err), unusedSuppressions);
    List<Reported> found = check.run(inputs);
    if (check.classes() == 0) {
      if (messages.all().isEmpty()) {
        throw new UnusableInput("nothing could be analysed");
      }
      return ExitCode.UNUSABLE;
    }
    boolean isAccepted = newBaseline.isPresent() && check.isComplete();
    if (isAccepted) {
      OutputChoice.write(newBaseline.get(), Baseline.text(found));
    }
    List<Reported> fresh = isAccepted ? List.of() : accepted.unknown(found);
    Report report = new Report(fresh, selection.rules(), messages.all(), Version.current());
    write(report);
    err.printf(
        Locale.ROOT,
        "asynclint: %s analysed in %.1f s%s%n",
        check.classes() == 1 ? "1 class" : check.classes() + " classes",
        (System.nanoTime() - start) / 1e9,
        output.file().map(file -> ": " + report.summary() + ", see " + file).orElse(""));
    err.flush();
    if (!check.isComplete()) {
      return ExitCode.UNUSABLE;
    }
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
          case text -> new TextFormat(output.file().isEmpty() && Ansi.AUTO.enabled());
          case sarif -> new SarifFormat();
          case html -> new HtmlFormat();
        };
    StringBuilder text = new StringBuilder();
    try {
      writer.write(report, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    output.write(text.toString(), spec.commandLine().getOut());
  }
}
