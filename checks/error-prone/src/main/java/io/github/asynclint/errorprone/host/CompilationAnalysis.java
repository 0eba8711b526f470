package io.github.asynclint.errorprone.host;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.errorprone.JavacProgram;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one analysis of a compilation, shared by the checkers of all rules.
 *
 * <p>Findings of a file are computed when the first checker asks for that file.
 */
final class CompilationAnalysis {
  private static final Context.Key<CompilationAnalysis> KEY = new Context.Key<>();

  private final Analysis analysis;
  private final boolean enablesAll;
  private CompilationUnitTree lastUnit;
  private List<Finding> ofLastUnit = List.of();

  private CompilationAnalysis(VisitorState state) {
    Log log = Log.instance(state.context);
    Notes notes = message -> log.printRawLines(Log.WriterKind.WARNING, "asynclint: " + message);
    JavacProgram program = new JavacProgram(state.context, notes);
    RuleSelection rules = RuleSelection.all(CompilationAnalysis.class.getClassLoader());
    this.analysis = new Analysis(program, ShippedModels.load().bind(program), rules, notes);
    Optional<String> all =
        Optional.ofNullable(
            state.errorProneOptions().getFlags().get("asynclint:EnableAll").orElse(null));
    this.enablesAll = all.map(Boolean::parseBoolean).orElse(false);
  }

  static CompilationAnalysis of(VisitorState state) {
    CompilationAnalysis known = state.context.get(KEY);
    if (known == null) {
      known = new CompilationAnalysis(state);
      state.context.put(KEY, known);
    }
    return known;
  }

  /** Whether the rules that are off until asked for run as well. */
  boolean enablesAll() {
    return enablesAll;
  }

  List<Finding> findings(String rule, CompilationUnitTree unit) {
    if (unit != lastUnit) {
      ofLastUnit = analysis.findings(types(unit));
      lastUnit = unit;
    }
    return ofLastUnit.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static List<String> types(CompilationUnitTree unit) {
    List<String> types = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void nothing) {
        if (((JCTree.JCClassDecl) tree).sym != null) {
          types.add(((JCTree.JCClassDecl) tree).sym.flatName().toString());
        }
        return super.visitClass(tree, nothing);
      }
    }.scan(unit, null);
    return types;
  }
}
