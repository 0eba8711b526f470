package io.github.asynclint.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is checked, or a host that checks: a folder that run.sh has filled through Maven. */
record Subject(Path folder) {
  /** The jars to run it, or to compile it against. */
  List<Path> jars() {
    return files(folder.resolve("lib"), ".jar");
  }

  /** Its jars as a class path. */
  String classPath() {
    return classPath(jars());
  }

  /** The jar of its own classes. */
  Path classes() {
    return files(folder.resolve("jar"), ".jar").get(0);
  }

  /** Its sources, without declarations of modules and packages. */
  List<Path> sources() {
    return files(folder.resolve("src"), ".java").stream()
        .filter(file -> !file.endsWith("module-info.java") && !file.endsWith("package-info.java"))
        .toList();
  }

  static String classPath(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> files(Path root, String suffix) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
