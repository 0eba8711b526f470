package io.github.asynclint.harness.pitfalls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which situations do the fixtures hold? A method with a mark is a positive one; a method without marks
 * in a file about the topic is a silent one. A file whose class other files of the package name is a
 * helper: its unmarked methods are no situations.
 */
final class Situations {
  /** A method of a fixture. */
  record Situation(String rulePackage, String file, String method, Set<String> rules) {
    boolean isSilent() {
      return rules.isEmpty();
    }
  }

  private Situations() {}

  static List<Situation> of(Fixtures fixtures) {
    JavacTask task = Compilation.parser(fixtures.sources());
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<Situation> situations = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String file = Compilation.name(unit.getSourceFile());
        boolean isHelper = isHelper(fixtures.sources(), file);
        for (Situation each : methods(fixtures, unit, file, positions)) {
          if (!each.isSilent() || !isHelper) {
            situations.add(each);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return situations;
  }

  private static boolean isHelper(Sources sources, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
    Pattern use = Pattern.compile("\\b" + name + "\\b");
    return sources.files(Sources.packageOf(file)).stream()
        .filter(other -> !other.equals(file))
        .anyMatch(other -> use.matcher(sources.texts().get(other)).find());
  }

  private static List<Situation> methods(
      Fixtures fixtures, CompilationUnitTree unit, String file, SourcePositions positions) {
    List<Situation> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void unused) {
        // Methods of anonymous classes belong to the method around them.
        if (method.getBody() != null
            && !method.getBody().getStatements().isEmpty()
            && method.getReturnType() != null) {
          found.add(situation(method));
        }
        return null;
      }

      private Situation situation(Tree method) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
        Set<String> rules = new TreeSet<>();
        for (Mark mark : fixtures.marks()) {
          if (mark.file().equals(file) && first <= mark.line() && mark.line() <= last) {
            rules.add(mark.rule());
          }
        }
        String name = ((MethodTree) method).getName().toString();
        return new Situation(Sources.packageOf(file), file, name, rules);
      }
    }.scan(unit, null);
    return found;
  }
}
