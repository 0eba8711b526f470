package io.github.asynclint.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can the command line do? */
@Command(
    name = "asynclint",
    description = "Finds async bugs in Java that compile.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CheckCommand.class,
      ColorsCommand.class,
      RulesCommand.class,
      ExplainCommand.class,
      LspCommand.class,
      ModelsCommand.class
    })
public final class Asynclint implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(quickStart(args).orElseGet(() -> execute(args)));
  }

  private static int execute(String[] args) {
    CommandLine command = commandLine();
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      say(command, Memory.exhausted());
      return ExitCode.UNUSABLE;
    }
  }

  /** A server runs for hours, so the options for a short run are not for it. */
  private static Optional<Integer> quickStart(String[] args) {
    return args.length > 0 && args[0].equals("lsp") ? Optional.empty() : QuickStart.run();
  }

  /** The command with its error handling: one line on standard error and exit code 2. */
  public static CommandLine commandLine() {
    CommandLine command = new CommandLine(new Asynclint());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setParameterExceptionHandler(
        (failure, args) -> {
          say(failure.getCommandLine(), failure.getMessage());
          return ExitCode.UNUSABLE;
        });
    command.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (failure instanceof UnusableInput) {
            failure.getMessage().lines().forEach(line -> say(failed, line));
          } else {
            say(failed, "internal error: " + failure);
          }
          return ExitCode.UNUSABLE;
        });
    return command;
  }

  private static void say(CommandLine command, String message) {
    command.getErr().println("asynclint: " + message);
    command.getErr().flush();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: check, colors, rules, explain, lsp or models (see asynclint --help)");
  }
}
