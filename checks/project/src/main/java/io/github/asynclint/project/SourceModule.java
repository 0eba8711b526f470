package io.github.asynclint.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sources that are compiled together, with the class path that they are compiled against.
 *
 * @param roots where new files would lie
 * @param release the Java release that they are compiled for, where that is known
 */
record SourceModule(
    List<SourceRoot> roots, List<SourceText> files, List<Path> classPath, OptionalInt release) {
  SourceModule {
    roots = List.copyOf(roots);
    files = List.copyOf(files);
    classPath = List.copyOf(classPath);
  }

  SourceModule with(List<Path> more, OptionalInt told) {
    List<Path> all = new ArrayList<>(more);
    all.addAll(classPath);
    return new SourceModule(roots, files, all, told.isPresent() ? told : release);
  }
}
