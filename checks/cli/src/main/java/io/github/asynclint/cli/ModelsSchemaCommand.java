package io.github.asynclint.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which JSON Schema do model files have? */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of model files, for editors.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ModelsSchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(ModelSchema.text());
    out.flush();
  }
}
