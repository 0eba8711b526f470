package io.github.asynclint.errorprone.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import io.github.asynclint.engine.program.Notes;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * Where do the notes of a compilation go? Each once into the compiler's diagnostics, as a note, on the file
 * that is checked at the time: notes fail no build, not even one with {@code -Werror}.
 */
final class CompilerNotes implements Notes {
  /** So many are read; more of them have one cause. */
  private static final int LIMIT = 20;

  private final JavacTrees trees;
  private final Set<String> seen = new HashSet<>();
  private CompilationUnitTree unit;

  CompilerNotes(Context context) {
    trees = JavacTrees.instance(context);
  }

  /** The file that is checked from now on. */
  void at(CompilationUnitTree checked) {
    unit = checked;
  }

  @Override
  public void note(String message) {
    String line = message.lines().findFirst().orElse("");
    if (seen.size() <= LIMIT && seen.add(line)) {
      String text = seen.size() <= LIMIT ? line : "further notes are left out";
      trees.printMessage(Diagnostic.Kind.NOTE, "asynclint: " + text, unit, unit);
    }
  }
}
