package io.github.asynclint.cli.colors;

import java.util.List;

/** How are the colors of programs written? */
@FunctionalInterface
public interface ColorsFormat {
  String write(List<ProgramColors> programs);
}
