package io.github.asynclint.errorprone;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What do the labels of a case bind and ask?
 *
 * <p>Labels and guards became part of the tree interface after Java 17, so they are asked for by name.
 */
final class CaseLabels {
  private CaseLabels() {}

  /** The labels, stripped to the pattern where they hold one. */
  static List<Tree> labels(CaseTree tree) {
    List<Tree> labels = new ArrayList<>();
    if (ask(CaseTree.class, tree, "getLabels") instanceof List<?> found) {
      for (Object label : found) {
        Object pattern = ask(label.getClass(), label, "getPattern");
        labels.add((Tree) (pattern == null ? label : pattern));
      }
    }
    return labels;
  }

  static boolean isDefault(CaseTree tree) {
    return tree.getExpressions().isEmpty() && labels(tree).isEmpty()
        || labels(tree).stream()
            .anyMatch(label -> label.getKind().name().equals("DEFAULT_CASE_LABEL"));
  }

  static Optional<Tree> guard(CaseTree tree) {
    return Optional.ofNullable(ask(CaseTree.class, tree, "getGuard")).map(Tree.class::cast);
  }

  private static Object ask(Class<?> type, Object tree, String question) {
    try {
      return type.getMethod(question).invoke(tree);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
