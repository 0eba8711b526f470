package io.github.asynclint.errorprone;

import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.Span;
import java.util.Optional;

/** Where do trees stand in the text of one file? */
final class SourceFile {
  private final JCCompilationUnit unit;
  private final SourcePositions positions;

  SourceFile(JCCompilationUnit unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  /** {@code package/path/Name.java}. */
  String name() {
    return name(unit);
  }

  static String name(JCCompilationUnit unit) {
    String path = unit.getSourceFile().getName().replace('\\', '/');
    String file = path.substring(path.lastIndexOf('/') + 1);
    return unit.getPackageName() == null
        ? file
        : unit.getPackageName().toString().replace('.', '/') + "/" + file;
  }

  int line(int position) {
    return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
  }

  int start(JCTree tree) {
    return TreeInfo.getStartPos(tree);
  }

  /** The line on which the tree's text starts. */
  int startLine(JCTree tree) {
    int start = start(tree);
    return line(start < 0 ? tree.pos : start);
  }

  Optional<Span> span(JCTree tree) {
    int start = start(tree);
    int end = (int) positions.getEndPosition(unit, tree);
    return start < 0 || end <= start ? Optional.empty() : Optional.of(new Span(start, end));
  }

  /** The last token of the tree, which is a name of that length; empty for what javac added. */
  Optional<Span> trailing(JCTree tree, int length) {
    int end = (int) positions.getEndPosition(unit, tree);
    int start = end - length;
    return start < 0 || start < start(tree) ? Optional.empty() : Optional.of(new Span(start, end));
  }
}
