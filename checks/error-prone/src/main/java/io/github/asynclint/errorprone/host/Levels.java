package io.github.asynclint.errorprone.host;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import io.github.asynclint.engine.finding.Finding;
import java.util.Optional;

/**
 * How loud are the findings of one check, given the options? A level that the user names holds for all of
 * them. Else a finding is as loud as its own severity, and never louder than the check.
 *
 * @param ofCheck the level that Error Prone gives the check
 * @param named the user gave that level by name
 * @param suggests findings that are suggestions are shown
 * @param suggestion how loud those are
 * @param onlyErrors what is no error is dropped
 */
record Levels(
    SeverityLevel ofCheck,
    boolean named,
    boolean suggests,
    SeverityLevel suggestion,
    boolean onlyErrors) {
  private static final String ENABLE_ALL = "asynclint:EnableAll";

  static Levels of(BugChecker check, VisitorState state, CompilationUnitTree unit) {
    ErrorProneOptions options = state.errorProneOptions();
    ErrorProneOptions.Severity asked = options.getSeverityMap().get(check.canonicalName());
    boolean warns = options.isSuggestionsAsWarnings() || options.isEnableAllChecksAsWarnings();
    return new Levels(
        state.severityMap().getOrDefault(check.canonicalName(), check.defaultSeverity()),
        asked == ErrorProneOptions.Severity.WARN || asked == ErrorProneOptions.Severity.ERROR,
        asked != null || wantsAll(options),
        warns ? SeverityLevel.WARNING : SeverityLevel.SUGGESTION,
        options.isDisableAllWarnings()
            || (options.disableWarningsInGeneratedCode() && isGenerated(unit, state)));
  }

  /** Whether the build asks for all rules, also for those that are off by default. */
  static boolean wantsAll(ErrorProneOptions options) {
    return options.isEnableAllChecksAsWarnings()
        || options.getFlags().getBoolean(ENABLE_ALL).orElse(false);
  }

  /** The level of a finding; empty where it is not shown. */
  Optional<SeverityLevel> of(Finding.Severity severity) {
    if (severity == Finding.Severity.SUGGESTION && !suggests) {
      return Optional.empty();
    }
    SeverityLevel level = named ? ofCheck : weaker(own(severity));
    return onlyErrors && level != SeverityLevel.ERROR ? Optional.empty() : Optional.of(level);
  }

  private SeverityLevel own(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> SeverityLevel.ERROR;
      case WARNING -> SeverityLevel.WARNING;
      case SUGGESTION -> suggestion;
    };
  }

  /** Error Prone's levels go from the loudest to the weakest. */
  private SeverityLevel weaker(SeverityLevel level) {
    return level.compareTo(ofCheck) > 0 ? level : ofCheck;
  }

  private static boolean isGenerated(CompilationUnitTree unit, VisitorState state) {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree declaration
          && !ASTHelpers.getGeneratedBy(ASTHelpers.getSymbol(declaration), state).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
