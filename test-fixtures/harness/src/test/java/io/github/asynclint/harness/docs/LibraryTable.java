package io.github.asynclint.harness.docs;

import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What do the pages say of the libraries that the shipped models know? */
final class LibraryTable {
  private LibraryTable() {}

  static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| model | in use where there is | must not be blocked | other threads |\n");
    table.append("|---|---|---|---|\n");
    ShippedModels.load().files().stream()
        .sorted(Comparator.comparing(ModelFile::library))
        .forEach(file -> table.append(row(file)));
    return table.toString();
  }

  private static String row(ModelFile file) {
    String marker =
        file.activeIf().stream()
            .map(any -> "`" + String.join("` or `", any) + "`")
            .collect(Collectors.joining(", "));
    return "| "
        + file.library()
        + " | "
        + (marker.isEmpty() ? "(always)" : marker)
        + " | "
        + threads(file.contexts(), true)
        + " | "
        + threads(file.contexts(), false)
        + " |\n";
  }

  private static String threads(List<NamedContext> contexts, boolean mustNotBlock) {
    return contexts.stream()
        .filter(each -> each.kind().mustNotBlock() == mustNotBlock)
        .map(NamedContext::label)
        .collect(Collectors.joining("; "));
  }
}
