package io.github.asynclint.project;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Jars and class folders that are one program over a class path. */
record ClassPlan(List<Path> roots, List<Path> classPath, OptionalInt release) implements UnitPlan {
  private static final String SUFFIX = ".class";

  @Override
  public List<Path> modelPath() {
    List<Path> all = new ArrayList<>(classPath);
    all.addAll(roots);
    return all;
  }

  @Override
  public void open(Notes notes, Consumer<Unit> action) {
    try (ClassPath path = ClassPath.open(roots, classPath, notes)) {
      Program program = BytecodeProgram.of(path, notes);
      action.accept(
          Unit.of(
              program,
              program.programTypes(),
              Optional.empty(),
              Map.of(),
              tests(notes),
              release));
    }
  }

  /** Source files of the classes in folders that Maven or Gradle compiles tests to. */
  private Set<String> tests(Notes notes) {
    Set<String> tests = new TreeSet<>();
    for (Path root : roots) {
      if (root.endsWith("test-classes") || root.endsWith(Path.of("classes", "java", "test"))) {
        for (Path file : SourceFolder.list(root, SUFFIX, notes)) {
          String name = root.relativize(file).toString().replace('\\', '/');
          String type = name.substring(0, name.length() - SUFFIX.length());
          int nested = type.indexOf('$', type.lastIndexOf('/') + 2);
          tests.add((nested < 0 ? type : type.substring(0, nested)) + ".java");
        }
      }
    }
    return tests;
  }
}
