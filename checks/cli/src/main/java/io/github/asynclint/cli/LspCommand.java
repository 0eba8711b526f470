package io.github.asynclint.cli;

import io.github.asynclint.lsp.Stdio;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** How does an editor get findings while code is typed? */
@Command(
    name = "lsp",
    description = {
      "Serves an editor: a language server over standard input and output.",
      "Editors start it; see docs/guides/editors.md."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the editor asked for the end", "1:the editor went without asking"})
final class LspCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    InputStream in = System.in;
    PrintStream out = System.out;
    // Standard output belongs to the protocol: what anything prints there would break it.
    System.setOut(System.err);
    return Stdio.serve(in, out, Version.current());
  }
}
