package io.github.asynclint.cli;

import io.github.asynclint.cli.input.Reason;
import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is known of libraries: shipped, brought by jars on the class path, and by the user. */
final class ModelFiles {
  private static final String PROJECT_FILE = "asynclint.yaml";
  private static final String FOLDER = "META-INF/asynclint/";

  private final ModelStore shipped = ShippedModels.load();
  private final List<ModelFile> users = new ArrayList<>();
  private final Set<String> contexts;

  /** A file that is wrong makes the run unusable: the user wrote it for this. */
  ModelFiles(List<Path> projects, List<Path> given) {
    contexts =
        shipped.files().stream()
            .flatMap(file -> file.contexts().stream())
            .map(NamedContext::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Path project : projects) {
      Path file = project.resolve(PROJECT_FILE);
      if (Files.isRegularFile(file)) {
        users.add(read(file));
      }
    }
    given.forEach(file -> users.add(read(file)));
  }

  private ModelFile read(Path file) {
    try {
      ModelCompiler.Compiled compiled =
          ModelCompiler.compile(file.toString(), Files.readString(file), contexts);
      return compiled.model().orElseThrow(() -> new UnusableInput(problems(compiled)));
    } catch (IOException e) {
      throw new UnusableInput("cannot read the models " + file + ": " + Reason.of(e));
    }
  }

  /** All models for a program over that class path; a jar's wrong file is noted and left out. */
  ModelStore over(List<Path> classPath, Notes notes) {
    List<ModelFile> brought = new ArrayList<>();
    for (Path entry : classPath) {
      if (Files.isRegularFile(entry)) {
        brought.addAll(ofJar(entry, notes));
      }
    }
    return shipped.with(brought).with(users);
  }

  private List<ModelFile> ofJar(Path jar, Notes notes) {
    List<ModelFile> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries =
          zip.stream()
              .filter(
                  entry ->
                      entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".yaml"))
              .map(ZipEntry.class::cast)
              .sorted((one, other) -> one.getName().compareTo(other.getName()))
              .toList();
      for (ZipEntry entry : entries) {
        try (InputStream in = zip.getInputStream(entry)) {
          ModelCompiler.Compiled compiled =
              ModelCompiler.compile(
                  jar + "!/" + entry.getName(),
                  new String(in.readAllBytes(), StandardCharsets.UTF_8),
                  contexts);
          Optional<ModelFile> model = compiled.model();
          model.ifPresent(files::add);
          if (model.isEmpty()) {
            problems(compiled).lines().forEach(notes::note);
          }
        }
      }
    } catch (IOException e) {
      // Whoever opens the class path says so.
      return files;
    }
    return files;
  }

  private static String problems(ModelCompiler.Compiled compiled) {
    return compiled.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
