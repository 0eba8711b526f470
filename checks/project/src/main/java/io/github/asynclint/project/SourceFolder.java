package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Which files of a kind, or folders, lie below a folder? Hidden folders are left out; the order is stable. */
final class SourceFolder {
  private SourceFolder() {}

  /** The sources below a folder, or the file itself; what cannot be read is noted. */
  static List<SourceText> read(Path root, boolean test, Notes notes) {
    List<SourceText> result = new ArrayList<>();
    for (Path file : list(root, ".java", notes)) {
      if (file.getFileName().toString().equals("module-info.java")) {
        continue;
      }
      try {
        result.add(SourceText.read(file, test || isTestPath(file)));
      } catch (IOException e) {
        notes.note("cannot read " + file + ": " + Reason.of(e));
      }
    }
    return result;
  }

  static List<Path> list(Path root, String suffix, Notes notes) {
    List<Path> files = new ArrayList<>();
    walk(
        root,
        folder -> {},
        file -> {
          if (file.toString().endsWith(suffix)) {
            files.add(file);
          }
        },
        notes);
    files.sort(null);
    return files;
  }

  /** The folders below a folder. */
  static List<Path> folders(Path root, Notes notes) {
    List<Path> folders = new ArrayList<>();
    walk(root, folders::add, file -> {}, notes);
    folders.remove(root);
    folders.sort(null);
    return folders;
  }

  private static void walk(
      Path root, Consumer<Path> folders, Consumer<Path> files, Notes notes) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              folders.accept(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                files.accept(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              notes.note("cannot read " + file + ": " + Reason.of(failure));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      notes.note("cannot read " + root + ": " + Reason.of(e));
    }
  }

  /** Whether a folder of a path from its root is one that is left out. */
  static boolean isHidden(Path relative) {
    for (int i = 0; i + 1 < relative.getNameCount(); i++) {
      if (relative.getName(i).toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path has {@code src/<set>/} of a set named after tests, as Gradle and Maven do. */
  static boolean isTestPath(Path file) {
    for (int i = 0; i + 2 < file.getNameCount(); i++) {
      String set = file.getName(i + 1).toString().toLowerCase(Locale.ROOT);
      if (file.getName(i).toString().equals("src")
          && (set.startsWith("test") || set.endsWith("test") || set.equals("it"))) {
        return true;
      }
    }
    return false;
  }
}
