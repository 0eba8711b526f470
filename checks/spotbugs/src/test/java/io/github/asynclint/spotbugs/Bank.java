package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/**
 * The sample project that has models of its own, compiled.
 *
 * @param platform its library, with the models that this brings
 * @param payments what uses the library
 * @param marks what is to be found, as {@code File.java:line TYPE}
 */
record Bank(Path platform, Path payments, List<String> marks) {
  private static final Path PROJECT = Path.of("../../test-fixtures/projects/own-models");

  /** The models of the project itself. */
  static final Path MODELS = PROJECT.resolve("asynclint.yaml");

  static Bank compileTo(Path folder) throws IOException {
    Path platform = Files.createDirectories(folder.resolve("platform"));
    Path payments = Files.createDirectories(folder.resolve("payments"));
    compile(PROJECT.resolve("platform"), platform, platform);
    compile(PROJECT.resolve("payments"), payments, platform);
    Path resources = PROJECT.resolve("platform/src/main/resources");
    for (Path file : files(resources)) {
      Path target = platform.resolve(resources.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    List<String> marks = new ArrayList<>();
    for (Path file : files(PROJECT.resolve("payments/src/main/java"))) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String[] parts = lines.get(i).split("// expect: ", 2);
        if (parts.length == 2) {
          marks.add(file.getFileName() + ":" + (i + 1) + " " + type(parts[1]));
        }
      }
    }
    return new Bank(platform, payments, marks.stream().sorted().toList());
  }

  private static String type(String rule) {
    return "ASYNC" + rule.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void compile(Path module, Path target, Path library) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-g", "-proc:none", "--release", "17"));
    arguments.addAll(List.of("-d", target.toString(), "-cp", library.toString()));
    files(module.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exit).isZero();
  }

  Path jarOfPlatform() throws IOException {
    Path jar = platform.resolveSibling("platform.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(platform)) {
        zip.putNextEntry(new ZipEntry(platform.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
