package io.github.asynclint.bytecode;

import io.github.asynclint.engine.program.Notes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Which classes does a Java platform have? Reads its run-time image; nothing is loaded. */
final class Platform implements AutoCloseable {
  private final Optional<FileSystem> image;
  private final boolean owned;
  private final Map<String, List<Path>> packages = new ConcurrentHashMap<>();

  private Platform(Optional<FileSystem> image, boolean owned) {
    this.image = image;
    this.owned = owned;
  }

  static Platform running(Notes notes) {
    try {
      return new Platform(Optional.of(FileSystems.getFileSystem(URI.create("jrt:/"))), false);
    } catch (RuntimeException e) {
      notes.note("cannot read the classes of the running Java platform: " + e.getMessage());
      return new Platform(Optional.empty(), false);
    }
  }

  static Platform installedIn(Path javaHome, Notes notes) {
    try {
      Map<String, String> environment = Map.of("java.home", javaHome.toString());
      return new Platform(
          Optional.of(FileSystems.newFileSystem(URI.create("jrt:/"), environment)), true);
    } catch (IOException | RuntimeException e) {
      notes.note("cannot read the Java platform in " + javaHome + ": " + e.getMessage());
      return new Platform(Optional.empty(), false);
    }
  }

  boolean has(String name) {
    return file(name).isPresent();
  }

  Optional<byte[]> bytes(String name) {
    return file(name)
        .flatMap(
            file -> {
              try {
                return Optional.of(Files.readAllBytes(file));
              } catch (IOException e) {
                return Optional.empty();
              }
            });
  }

  private Optional<Path> file(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0 || image.isEmpty()) {
      return Optional.empty();
    }
    return packages
        .computeIfAbsent(name.substring(0, dot), this::folders)
        .stream()
        .map(folder -> folder.resolve(name.substring(dot + 1) + ".class"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * The folders of a package: {@code /packages/java.awt} lists the modules that have a folder of that
   * name, though one of them may hold nothing but packages below it.
   */
  private List<Path> folders(String packageName) {
    FileSystem files = image.orElseThrow();
    Path modules = files.getPath("/packages", packageName);
    if (!Files.isDirectory(modules)) {
      return List.of();
    }
    String path = packageName.replace('.', '/');
    try (Stream<Path> list = Files.list(modules)) {
      return list.map(module -> files.getPath("/modules", module.getFileName().toString(), path))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    if (owned) {
      try {
        image.orElseThrow().close();
      } catch (IOException e) {
        // The image was only read: nothing is lost.
      }
    }
  }
}
