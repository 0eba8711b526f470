package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;

/** Which sources does a Maven project have, and against which jars are they compiled? */
final class MavenProject {
  private MavenProject() {}

  /** The modules with sources. Nothing is downloaded; what is missing is told in one note. */
  static List<SourceModule> modules(Path root, Notes notes) {
    Path base = root.toAbsolutePath().normalize();
    LocalRepository repository = LocalRepository.ofUser();
    Map<Path, Model> models = new MavenModels(repository, notes).read(base);
    MavenDependencies dependencies = new MavenDependencies(repository, models);
    List<SourceModule> modules = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    models.forEach(
        (folder, model) -> {
          List<SourceRoot> roots = roots(folder, model);
          List<SourceText> files =
              roots.stream()
                  .filter(each -> Files.isDirectory(each.path()))
                  .flatMap(each -> each.read(notes).stream())
                  .toList();
          if (!files.isEmpty()) {
            MavenDependencies.Resolved resolved = dependencies.of(model);
            missing.addAll(resolved.missing());
            List<Path> classPath = new ArrayList<>(resolved.jars());
            classPath.addAll(resources(folder, model));
            modules.add(new SourceModule(roots, files, classPath, MavenModels.release(model)));
          }
        });
    if (models.isEmpty()) {
      notes.note("cannot understand " + base.resolve("pom.xml"));
    } else if (modules.isEmpty()) {
      notes.note("no Java sources in the Maven project " + root);
    }
    if (!missing.isEmpty()) {
      notes.note(
          missing.size()
              + (missing.size() == 1 ? " dependency of " : " dependencies of ")
              + root
              + (missing.size() == 1 ? " is" : " are")
              + " not in the local Maven repository ("
              + missing.iterator().next()
              + (missing.size() == 1 ? "" : ", ...")
              + "); fewer findings until `mvn dependency:go-offline` has run there");
    }
    return modules;
  }

  /** The folders for sources, also those that do not exist (yet). */
  private static List<SourceRoot> roots(Path folder, Model model) {
    Optional<Build> build = Optional.ofNullable(model.getBuild());
    Path main =
        folder.resolve(build.map(Build::getSourceDirectory).orElse("src/main/java"));
    Path test =
        folder.resolve(build.map(Build::getTestSourceDirectory).orElse("src/test/java"));
    Path output = folder.resolve(build.map(Build::getDirectory).orElse("target"));
    List<SourceRoot> roots = new ArrayList<>();
    roots.add(new SourceRoot(main, false));
    for (Path generated : folders(output.resolve("generated-sources"))) {
      roots.add(new SourceRoot(generated, false));
    }
    roots.add(new SourceRoot(test, true));
    for (Path generated : folders(output.resolve("generated-test-sources"))) {
      roots.add(new SourceRoot(generated, true));
    }
    return roots;
  }

  /** Folders of files for the class path: they may hold models, for this module and its neighbours. */
  private static List<Path> resources(Path folder, Model model) {
    List<Path> folders =
        Optional.ofNullable(model.getBuild()).map(Build::getResources).orElse(List.of()).stream()
            .map(Resource::getDirectory)
            .filter(Objects::nonNull)
            .map(folder::resolve)
            .toList();
    return (folders.isEmpty() ? List.of(folder.resolve("src/main/resources")) : folders)
        .stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
