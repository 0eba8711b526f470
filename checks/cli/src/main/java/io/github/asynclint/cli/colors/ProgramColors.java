package io.github.asynclint.cli.colors;

import io.github.asynclint.engine.colors.EntryPoint;
import io.github.asynclint.engine.colors.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The colors of one program, and how its files read.
 *
 * @param paths shown paths of source files by their key; class files have none
 */
public record ProgramColors(Picture picture, Map<String, String> paths) {
  public ProgramColors {
    paths = Map.copyOf(paths);
  }

  String path(String sourceFile) {
    return paths.getOrDefault(sourceFile, sourceFile);
  }

  /** By path, line and name. */
  List<EntryPoint> entryPoints() {
    return picture.entryPoints().stream()
        .sorted(
            Comparator.comparing((EntryPoint each) -> path(each.sourceFile()))
                .thenComparing(EntryPoint::line)
                .thenComparing(each -> each.code().name())
                .thenComparing(each -> each.code().id().toString())
                .thenComparing(each -> each.runsOn().context().label()))
        .toList();
  }

  /** Whether the threads that enter there are known to be held by something. */
  boolean isHeld(EntryPoint entry) {
    return !picture.hops(entry.code().id()).isEmpty();
  }
}
