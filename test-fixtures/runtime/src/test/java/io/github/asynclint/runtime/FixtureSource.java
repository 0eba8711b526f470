package io.github.asynclint.runtime;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * What does the source of a fixture's class claim, and on which lines?
 *
 * @param packageName as {@code pitfalls.fakeasync}
 * @param fileName as {@code CompletedFutures.java}
 * @param methods in the order of the source, of this class only
 * @param marks of this class only, without those of nested classes
 */
record FixtureSource(
    String packageName, String fileName, List<Lines> methods, List<Claim> marks) {
  private static final Pattern MARK =
      Pattern.compile("// (expect|missed-alarm)(?:\\[[^]]*])?: ([^-]+)");

  /** Which lines does something named take? */
  record Lines(String name, int first, int last) {
    boolean holds(int line) {
      return first <= line && line <= last;
    }

    int size() {
      return last - first;
    }
  }

  /**
   * What does a mark say?
   *
   * @param statement the lines of the innermost statement or lambda body around it
   * @param text of the line
   */
  record Claim(String rule, int line, Lines statement, String text) {
    /** Whether a frame of this line is one of what is marked. */
    boolean isAt(int frame) {
      // A stream of a publisher's elements waits in its last step, which is named further down.
      return statement.holds(frame) && (frame <= line || text.contains(".toStream("));
    }

    /** Whether it stands on a method reference, which leaves no frame with its line. */
    boolean isOnReference() {
      return text.contains("::");
    }
  }

  /** Reads the source of a class, nested ones by their binary name. */
  static FixtureSource of(Path folder, Class<?> type, Set<String> rules) {
    Path file = folder.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
    try {
      JavacTask task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(
                      null,
                      null,
                      null,
                      List.of("-proc:none"),
                      null,
                      List.of(new TextFile(file, Files.readString(file))));
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Reader(unit, Trees.instance(task).getSourcePositions(), Files.readAllLines(file))
          .read(type, file.getFileName().toString(), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The method that the line belongs to, if it is one of a method. */
  Optional<Lines> methodAt(int line) {
    return methods.stream().filter(method -> method.holds(line)).findFirst();
  }

  List<Claim> marksIn(String method) {
    return marks.stream()
        .filter(mark -> methodAt(mark.line()).filter(m -> m.name().equals(method)).isPresent())
        .toList();
  }

  /** How is one file read? */
  private static final class Reader {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> text;
    private final List<Lines> statements = new ArrayList<>();
    private final List<Lines> methods = new ArrayList<>();
    private final List<Lines> nested = new ArrayList<>();
    private Optional<Lines> own = Optional.empty();

    Reader(CompilationUnitTree unit, SourcePositions positions, List<String> text) {
      this.unit = unit;
      this.positions = positions;
      this.text = text;
    }

    FixtureSource read(Class<?> type, String file, Set<String> rules) {
      scan(type.getSimpleName());
      Lines owner = own.orElseThrow(() -> new IllegalStateException("no source of " + type));
      List<Claim> marks = new ArrayList<>();
      for (int line = owner.first(); line <= owner.last(); line++) {
        int here = line;
        Matcher mark = MARK.matcher(text.get(line - 1));
        if (mark.find() && nested.stream().noneMatch(other -> inside(other, owner, here))) {
          for (String each : mark.group(2).split(",")) {
            String rule = each.strip().split(" ")[0];
            if (rules.contains(rule)) {
              marks.add(claim(rule, line));
            }
          }
        }
      }
      List<Lines> ownMethods =
          methods.stream()
              .filter(method -> owner.holds(method.first()))
              .filter(method -> nested.stream().noneMatch(n -> inside(n, owner, method.first())))
              .toList();
      return new FixtureSource(type.getPackageName(), file, ownMethods, List.copyOf(marks));
    }

    private static boolean inside(Lines other, Lines owner, int line) {
      return other.holds(line) && owner.holds(other.first()) && !other.equals(owner);
    }

    private Claim claim(String rule, int line) {
      Lines around =
          statements.stream()
              .filter(each -> each.holds(line))
              .min((a, b) -> Integer.compare(a.size(), b.size()))
              .orElseThrow();
      return new Claim(rule, line, around, text.get(line - 1));
    }

    private void scan(String simpleName) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree tree, Void unused) {
          Lines lines = lines(tree.getSimpleName().toString(), tree);
          if (tree.getSimpleName().contentEquals(simpleName)) {
            own = Optional.of(lines);
          } else if (!tree.getSimpleName().isEmpty()) {
            nested.add(lines);
          }
          return super.visitClass(tree, unused);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
          methods.add(lines(tree.getName().toString(), tree));
          return super.visitMethod(tree, unused);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
          statements.add(lines("", tree.getBody()));
          return super.visitLambdaExpression(tree, unused);
        }

        @Override
        public Void scan(Tree tree, Void unused) {
          if (tree instanceof StatementTree
              && !(tree instanceof BlockTree)
              && !(tree instanceof ClassTree)) {
            statements.add(lines("", tree));
          }
          return super.scan(tree, unused);
        }
      }.scan(unit, null);
    }

    private Lines lines(String name, Tree tree) {
      return new Lines(
          name,
          (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree)),
          (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)));
    }
  }
}
