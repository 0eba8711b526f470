package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.ClassScreener;
import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of SpotBugs in this process, with the plugin's classes as they were just compiled. */
final class SpotBugsRun {
  private final FindBugs2 engine = new FindBugs2();
  private final Project project = new Project();
  private Optional<Path> exclude = Optional.empty();

  SpotBugsRun(Path classes) throws PluginException {
    // Loading is for the whole process, and twice is an error.
    if (Plugin.getByPluginId("io.github.asynclint") == null) {
      Plugin.loadCustomPlugin(new File("target/classes"), project);
    }
    project.addFile(classes.toString());
  }

  SpotBugsRun libraries(String classPath) {
    for (String entry : classPath.split(File.pathSeparator)) {
      project.addAuxClasspathEntry(entry);
    }
    return this;
  }

  SpotBugsRun exclude(Path filter) {
    exclude = Optional.of(filter);
    return this;
  }

  SpotBugsRun only(String classes) {
    ClassScreener screener = new ClassScreener();
    screener.addAllowedClass(classes);
    engine.setClassScreener(screener);
    return this;
  }

  Result run() throws IOException, InterruptedException {
    BugCollectionBugReporter reporter =
        new BugCollectionBugReporter(project, new PrintWriter(new StringWriter()));
    reporter.setPriorityThreshold(Priorities.LOW_PRIORITY);
    try (engine) {
      engine.setProject(project);
      engine.setBugReporter(reporter);
      engine.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
      engine.setUserPreferences(onlyAsync());
      if (exclude.isPresent()) {
        engine.addFilter(exclude.get().toString(), false);
      }
      engine.finishSettings();
      engine.execute();
    }
    return new Result((SortedBugCollection) reporter.getBugCollection());
  }

  /** Other detectors that report would only take time. */
  private static UserPreferences onlyAsync() {
    UserPreferences preferences = UserPreferences.createDefaultUserPreferences();
    for (DetectorFactory detector : DetectorFactoryCollection.instance().getFactories()) {
      if (detector.isReportingDetector()) {
        preferences.enableDetector(
            detector, detector.getFullName().equals(AsyncDetector.class.getName()));
      }
    }
    return preferences;
  }

  /** What a run reports. */
  record Result(SortedBugCollection report) {
    List<BugInstance> async() {
      return report.getCollection().stream()
          .filter(bug -> bug.getType().startsWith("ASYNC_"))
          .toList();
    }
  }
}
