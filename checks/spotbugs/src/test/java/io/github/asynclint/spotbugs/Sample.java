package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The program that the tests let SpotBugs look at, compiled. */
record Sample(Path classes) {
  private static final Path SOURCES = Path.of("src/test/samples/shop");

  static Sample compileTo(Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-g", "-proc:none", "--release", "17", "-d", classes.toString(), "-cp",
                libraries()));
    try (Stream<Path> files = Files.list(SOURCES)) {
      files.sorted().map(Path::toString).forEach(arguments::add);
    }
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exit).isZero();
    return new Sample(classes);
  }

  Path classFile(String name) {
    return classes.resolve("shop").resolve(name + ".class");
  }

  /** The line, from 1, that has this text. */
  static int line(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(SOURCES.resolve(file));
    for (int index = 0; index < lines.size(); index++) {
      if (lines.get(index).contains(text)) {
        return index + 1;
      }
    }
    throw new IllegalArgumentException(text + " is not in " + file);
  }

  /** The jars of the test class path: none of asynclint's own classes. */
  static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar") && !entry.contains("asynclint-"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
