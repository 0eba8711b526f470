package io.github.asynclint.project;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.SourceInput;
import io.github.asynclint.source.SourceProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sources that are one program over a class path. */
final class SourcePlan implements UnitPlan {
  private final Map<String, SourceText> files = new LinkedHashMap<>();
  private final Set<String> own = new TreeSet<>();
  private final Set<Path> classPath = new LinkedHashSet<>();
  private final List<SourceRoot> roots = new ArrayList<>();
  private final Set<OptionalInt> releases = new LinkedHashSet<>();

  private SourcePlan() {}

  /**
   * The programs that modules form. They are one, and each sees the others' sources; but a module
   * that declares a file which an earlier one has is a program of its own, with the rest around it.
   */
  static List<SourcePlan> of(List<SourceModule> modules) {
    SourcePlan common = new SourcePlan();
    List<SourceModule> apart = new ArrayList<>();
    for (SourceModule module : modules) {
      boolean clash =
          module.files().stream()
              .map(SourceText::key)
              .anyMatch(key -> !isPackageInfo(key) && common.files.containsKey(key));
      if (clash) {
        apart.add(module);
      } else {
        common.addOwn(module);
      }
    }
    List<SourcePlan> plans = new ArrayList<>();
    plans.add(common);
    for (SourceModule module : apart) {
      SourcePlan plan = new SourcePlan();
      plan.addOwn(module);
      common.files.forEach(plan.files::putIfAbsent);
      plan.classPath.addAll(common.classPath);
      plans.add(plan);
    }
    plans.removeIf(plan -> plan.own.isEmpty());
    return plans;
  }

  private static boolean isPackageInfo(String key) {
    return key.endsWith("package-info.java");
  }

  private void addOwn(SourceModule module) {
    for (SourceText file : module.files()) {
      if (files.putIfAbsent(file.key(), file) == null) {
        own.add(file.key());
      }
    }
    roots.addAll(module.roots());
    classPath.addAll(module.classPath());
    releases.add(module.release());
  }

  @Override
  public List<Path> modelPath() {
    return List.copyOf(classPath);
  }

  @Override
  public void open(Notes notes, Consumer<Unit> action) {
    List<SourceInput> inputs =
        files.values().stream()
            .map(file -> new SourceInput(file.path().toString(), file::text))
            .toList();
    Set<String> tests =
        files.values().stream()
            .filter(SourceText::test)
            .map(SourceText::key)
            .collect(Collectors.toSet());
    try (ClassPath path = ClassPath.open(List.of(), modelPath(), notes)) {
      Program libraries = BytecodeProgram.of(path, notes);
      Program program = SourceProgram.of(inputs, path::bytes, libraries, notes);
      action.accept(
          Unit.of(program, ownTypes(program), Optional.of(own), files, tests, release()));
    }
  }

  /** Opens the program to stay, while its files change. */
  LiveUnit live(Notes notes) {
    Map<Boolean, List<SourceText>> owned =
        files.values().stream()
            .collect(Collectors.partitioningBy(file -> own.contains(file.key())));
    return new LiveUnit(
        roots, owned.get(true), owned.get(false), modelPath(), release(), notes);
  }

  /** What all modules are compiled for, if that is the same. */
  private OptionalInt release() {
    return releases.size() == 1 ? releases.iterator().next() : OptionalInt.empty();
  }

  /** The classes of the packages of this plan's files; findings are sifted by file later. */
  private List<String> ownTypes(Program program) {
    if (own.size() == files.size()) {
      return program.programTypes();
    }
    Set<String> packages = own.stream().map(SourcePlan::packageOf).collect(Collectors.toSet());
    return program.programTypes().stream()
        .filter(type -> packages.contains(packageOf(type.replace('.', '/'))))
        .toList();
  }

  private static String packageOf(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('/')));
  }
}
