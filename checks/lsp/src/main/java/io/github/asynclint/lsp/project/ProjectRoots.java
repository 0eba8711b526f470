package io.github.asynclint.lsp.project;

import io.github.asynclint.project.ProjectFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which projects does a folder hold that is opened in an editor? Often more than one lies in it. */
final class ProjectRoots {
  private static final int DEPTH = 4;
  private static final Set<String> NEVER = Set.of("target", "build", "out", "src", "node_modules");

  private ProjectRoots() {}

  /**
   * The outermost folders with a pom or with a file that says where the sources or libraries are, or the
   * folder itself where there is none.
   */
  static List<Path> in(Path root) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              if (!folder.equals(root) && (name.startsWith(".") || NEVER.contains(name))) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              if (Files.isRegularFile(folder.resolve("pom.xml")) || ProjectFile.isIn(folder)) {
                found.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return List.of(root);
    }
    found.sort(null);
    return found.isEmpty() ? List.of(root) : found;
  }
}
