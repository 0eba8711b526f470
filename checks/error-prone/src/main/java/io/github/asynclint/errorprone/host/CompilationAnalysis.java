package io.github.asynclint.errorprone.host;

import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.CompletionFailure;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.errorprone.JavacProgram;
import io.github.asynclint.rules.models.ShippedModels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one analysis of a compilation, shared by the checkers of all rules.
 *
 * <p>Findings of a file are computed when the first checker asks for that file. Nothing that goes wrong
 * here reaches the compiler: it becomes a note, and the checkers report nothing for that file. Only what is
 * wrong in model files that the user named is an error.
 */
final class CompilationAnalysis {
  private static final Context.Key<CompilationAnalysis> KEY = new Context.Key<>();

  private final Context context;
  private final CompilerNotes notes;
  private final Optional<Analysis> analysis;
  private CompilationUnitTree lastUnit;
  private List<Finding> ofLastUnit = List.of();

  private CompilationAnalysis(Context context, CompilerNotes notes, ErrorProneOptions options) {
    this.context = context;
    this.notes = notes;
    this.analysis =
        guarded(notes, () -> QuietLoading.during(context, () -> start(context, notes, options)));
  }

  /**
   * The findings of a rule in a file. Every checker asks this of every file, nearly always in vain: what
   * runs that often stays small, for the just-in-time compiler's sake.
   */
  static List<Finding> findings(String rule, CompilationUnitTree unit, VisitorState state) {
    CompilationAnalysis known = state.context.get(KEY);
    return known != null && known.lastUnit == unit && known.ofLastUnit.isEmpty()
        ? List.of()
        : of(state, unit).findings(rule, unit);
  }

  private static CompilationAnalysis of(VisitorState state, CompilationUnitTree unit) {
    CompilationAnalysis known = state.context.get(KEY);
    if (known == null) {
      CompilerNotes notes = new CompilerNotes(state.context);
      notes.at(unit);
      known = new CompilationAnalysis(state.context, notes, state.errorProneOptions());
      state.context.put(KEY, known);
    }
    return known;
  }

  private static Analysis start(Context context, CompilerNotes notes, ErrorProneOptions options) {
    String policy = Options.instance(context).get("compilePolicy");
    if (policy != null && !policy.equals("simple")) {
      // By file, a helper's tree may have been lowered to what the class file needs.
      throw new UnsupportedOperationException(
          "it needs -XDcompilePolicy=simple, not " + policy);
    }
    JavacProgram program = new JavacProgram(context, notes);
    ModelStore models = UserModels.of(ShippedModels.load(), context, options, notes);
    return new Analysis(program, models.bind(program), rules(options), notes);
  }

  /** The rules that may report: those that are on, and those that the build asks for by name. */
  private static RuleSelection rules(ErrorProneOptions options) {
    RuleSelection all = RuleSelection.all(CompilationAnalysis.class.getClassLoader());
    if (Levels.wantsAll(options)) {
      return all;
    }
    Set<String> wanted = new HashSet<>(options.getSeverityMap().keySet());
    all.byDefault().rules().forEach(rule -> wanted.add(rule.name()));
    return all.only(wanted);
  }

  private List<Finding> findings(String rule, CompilationUnitTree unit) {
    if (unit != lastUnit) {
      notes.at(unit);
      lastUnit = unit;
      ofLastUnit = analysis.flatMap(present -> findings(present, unit)).orElse(List.of());
    }
    return ofLastUnit.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private Optional<List<Finding>> findings(Analysis present, CompilationUnitTree unit) {
    return guarded(
        notes, () -> QuietLoading.during(context, () -> present.findings(types(unit))));
  }

  private static <T> Optional<T> guarded(CompilerNotes notes, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (CompletionFailure missing) {
      // A class that the code mentions is not on the class path: javac says so where it matters.
      return Optional.empty();
    } catch (UnsupportedOperationException declined) {
      notes.note("the rules on async code report nothing: " + declined.getMessage());
    } catch (RuntimeException
        | LinkageError
        | StackOverflowError
        | AssertionError
        | ServiceConfigurationError failure) {
      notes.note("internal error (" + failure + "); the rules on async code skip this file");
    }
    return Optional.empty();
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
