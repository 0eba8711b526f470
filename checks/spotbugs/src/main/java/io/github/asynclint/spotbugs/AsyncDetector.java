package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.Global;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.TreeSet;

/**
 * Runs the analysis once over all application classes of a run of SpotBugs.
 *
 * <p>Visiting only notes which classes SpotBugs wants checked; the work is done when the pass ends,
 * because helpers and subclasses may stand in any class. Nothing is kept after that.
 */
public final class AsyncDetector implements Detector2 {
  private final BugReporter reporter;
  private final TreeSet<String> visited = new TreeSet<>();

  /** SpotBugs makes detectors by this constructor. */
  public AsyncDetector(BugReporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public String getDetectorClassName() {
    return AsyncDetector.class.getName();
  }

  @Override
  public void visitClass(ClassDescriptor type) {
    visited.add(type.getDottedClassName());
  }

  @Override
  public void finishPass() {
    List<String> types = List.copyOf(visited);
    visited.clear();
    Notes log = new RunLog();
    try {
      check(types, log);
    } catch (RuntimeException
        | LinkageError
        | StackOverflowError
        | AssertionError
        | ServiceConfigurationError failure) {
      // SpotBugs does not guard the end of a pass: what escapes here would cost the whole report.
      log.note("internal error (" + failure + "); the rules on async code report nothing");
    }
  }

  private void check(List<String> types, Notes log) {
    IAnalysisCache cache = Global.getAnalysisCache();
    Program program = BytecodeProgram.of(new AnalysisCacheSource(cache), log);
    RuleSelection rules = RuleSelection.all(AsyncDetector.class.getClassLoader());
    ModelStore models = KnownModels.of(cache.getClassPath(), log);
    Analysis analysis = new Analysis(program, models.bind(program), rules, log);
    BugInstances bugs = new BugInstances(this, new Methods(cache));
    for (Finding finding : analysis.findings(types)) {
      reporter.reportBug(bugs.of(finding));
    }
  }
}
