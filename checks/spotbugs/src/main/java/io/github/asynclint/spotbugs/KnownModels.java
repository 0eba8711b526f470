package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.SystemProperties;
import edu.umd.cs.findbugs.classfile.IClassPath;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.rules.models.ModelText;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.rules.models.compiler.AddedModels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of libraries in a run of SpotBugs? Besides the shipped models those that class path, project
 * and user bring. The parser of YAML is loaded only if there are any.
 */
final class KnownModels {
  /** Names model files, with commas. */
  static final String PROPERTY = "asynclint.models";

  /** The project's file is looked for where SpotBugs was started. */
  private static final String PROJECT_FILE = "asynclint.yaml";

  private KnownModels() {}

  /** The stronger ones come later: libraries, the project, what the user named for this run. */
  static ModelStore of(IClassPath classPath, Notes log) {
    ModelStore shipped = ShippedModels.load();
    List<ModelText> brought = new ArrayList<>();
    classPath.auxCodeBaseIterator().forEachRemaining(base -> brought.addAll(broughtBy(base)));
    classPath.appCodeBaseIterator().forEachRemaining(base -> brought.addAll(broughtBy(base)));
    List<String> named = named();
    return brought.isEmpty() && named.isEmpty() ? shipped : with(shipped, brought, named, log);
  }

  private static ModelStore with(
      ModelStore shipped, List<ModelText> brought, List<String> named, Notes log) {
    AddedModels models = new AddedModels(shipped).add(brought, log::note);
    named.forEach(path -> models.add(path, log::note));
    return shipped.with(models.files());
  }

  private static List<String> named() {
    List<String> paths = new ArrayList<>();
    if (Files.isRegularFile(Path.of(PROJECT_FILE))) {
      paths.add(PROJECT_FILE);
    }
    for (String path : SystemProperties.getProperty(PROPERTY, "").split(",")) {
      if (!path.isBlank()) {
        paths.add(path.strip());
      }
    }
    return paths;
  }

  private static List<ModelText> broughtBy(ICodeBase base) {
    String path = base.getPathName();
    // A jar within a jar has no path, and a build may give each class file as a code base of its own.
    if (path == null
        || path.endsWith(".class")
        || base.getHowDiscovered() == ICodeBase.Discovered.IN_SYSTEM_CLASSPATH) {
      return List.of();
    }
    try {
      return ModelText.broughtBy(Path.of(path));
    } catch (InvalidPathException e) {
      return List.of();
    }
  }
}
