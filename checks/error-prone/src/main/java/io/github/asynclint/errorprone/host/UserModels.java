package io.github.asynclint.errorprone.host;

import com.google.errorprone.ErrorProneOptions;
import com.sun.tools.javac.util.Context;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.rules.models.ModelText;
import io.github.asynclint.rules.models.compiler.AddedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What do the user and the libraries say of themselves? The model files of an option and those that the
 * compiler's class path brings; the parser that reads them is loaded only if there are any.
 */
final class UserModels {
  /** {@code -XepOpt:asynclint:Models=path,path}. */
  static final String OPTION = "asynclint:Models";

  private UserModels() {}

  /**
   * The models of a compilation. A file that is wrong is left out: one of the user's is an error, and one
   * in a library is a note.
   */
  static ModelStore of(
      ModelStore shipped, Context context, ErrorProneOptions options, CompilerNotes notes) {
    List<ModelText> brought = brought(context.get(JavaFileManager.class));
    Optional<String> paths = options.getFlags().get(OPTION);
    if (brought.isEmpty() && paths.isEmpty()) {
      return shipped;
    }
    AddedModels models = new AddedModels(shipped).add(brought, notes::note);
    paths.ifPresent(
        names -> {
          WrongModels wrong = WrongModels.of(context, options.isDropErrorsToWarnings());
          for (String path : names.split(",")) {
            List<String> problems = new ArrayList<>();
            models.add(path.strip(), problems::add);
            if (!problems.isEmpty()) {
              wrong.add(problems);
            }
          }
        });
    return shipped.with(models.files());
  }

  /**
   * By path, as javac's own listing of jars leaves out META-INF. A file manager that has no paths has
   * nothing that could be read.
   */
  private static List<ModelText> brought(JavaFileManager manager) {
    List<ModelText> found = new ArrayList<>();
    if (manager instanceof StandardJavaFileManager files) {
      for (StandardLocation at :
          List.of(StandardLocation.MODULE_PATH, StandardLocation.CLASS_PATH)) {
        Optional.ofNullable(files.getLocationAsPaths(at))
            .ifPresent(all -> all.forEach(entry -> found.addAll(ModelText.broughtBy(entry))));
      }
    }
    return found;
  }
}
