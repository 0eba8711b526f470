package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.StringAnnotation;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.finding.Step;
import java.util.List;

/**
 * How does SpotBugs show a finding?
 *
 * <p>The order of the annotations is part of the contract with {@code messages.xml}: {@code {1}} is the
 * method, {@code {2}} the message. Lines are never part of the texts, because the texts are part of the
 * hash by which SpotBugs recognises a bug in the next version of the program.
 */
final class BugInstances {
  private final Detector2 detector;
  private final Methods methods;

  BugInstances(Detector2 detector, Methods methods) {
    this.detector = detector;
    this.methods = methods;
  }

  BugInstance of(Finding finding) {
    BugInstance bug =
        new BugInstance(detector, BugTypes.of(finding.rule()), BugTypes.priority(finding));
    bug.addClass(finding.type());
    bug.add(methods.annotation(finding.type(), finding.callable().method()));
    addText(bug, finding.message());
    bug.add(line(finding.type(), finding.sourceFile(), finding.line()));
    List<Step> path = finding.steps(Step.Kind.PATH);
    for (Step step : finding.steps()) {
      boolean evidence = !path.isEmpty() && step == path.get(path.size() - 1);
      addText(bug, label(step, evidence) + step.text());
      if (!step.sourceFile().isEmpty()) {
        SourceLineAnnotation place = line(type(step), step.sourceFile(), step.line());
        place.setDescription(role(step));
        bug.add(place);
      }
    }
    if (!finding.advice().isEmpty()) {
      addText(bug, "instead: " + finding.advice());
    }
    return bug;
  }

  private static void addText(BugInstance bug, String text) {
    StringAnnotation annotation = StringAnnotation.fromRawString(text);
    annotation.setDescription("STRING_MESSAGE");
    bug.add(annotation);
  }

  private static String label(Step step, boolean evidence) {
    return switch (step.kind()) {
      case RUNS_ON -> "runs on ";
      case PATH -> evidence ? "calls " : "through ";
      case RELATED -> "";
    };
  }

  /** SpotBugs prints roles that it does not know as they are, followed by the place. */
  private static String role(Step step) {
    return switch (step.kind()) {
      case RUNS_ON -> "Thread known from";
      case PATH -> "SOURCE_LINE_PATH_CONTINUES";
      case RELATED -> "See";
    };
  }

  /** The top-level class that the file is named after: enough to find the file. */
  private static String type(Step step) {
    return step.sourceFile().replaceFirst("\\.[^./]*$", "").replace('/', '.');
  }

  private static SourceLineAnnotation line(String type, String sourceFile, int line) {
    String file = sourceFile.substring(sourceFile.lastIndexOf('/') + 1);
    String known = file.isEmpty() ? SourceLineAnnotation.UNKNOWN_SOURCE_FILE : file;
    return line > 0
        ? new SourceLineAnnotation(type, known, line, line, 0, 0)
        : SourceLineAnnotation.createUnknown(type, known);
  }
}
