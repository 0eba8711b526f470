package io.github.asynclint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** What the command answered: exit code, standard output and standard error. */
record Run(int exit, String out, String err) {
  static Run of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Asynclint.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = command.execute(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    return new Run(exit, out.toString(), err.toString());
  }

  static Run check(Path path, Object... options) {
    Object[] args = new Object[options.length + 2];
    args[0] = "check";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = path;
    return of(args);
  }

  /** The lines of standard error besides the closing one. */
  List<String> complaints() {
    return err.lines().filter(line -> !line.matches(".* class(es)? analysed in .*")).toList();
  }
}
