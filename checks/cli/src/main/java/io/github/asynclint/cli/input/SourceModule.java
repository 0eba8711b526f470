package io.github.asynclint.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources that are compiled together, with the class path that they are compiled against. */
record SourceModule(List<SourceText> files, List<Path> classPath) {
  SourceModule {
    files = List.copyOf(files);
    classPath = List.copyOf(classPath);
  }

  SourceModule with(List<Path> more) {
    List<Path> all = new ArrayList<>(more);
    all.addAll(classPath);
    return new SourceModule(files, all);
  }
}
