package io.github.asynclint.spotbugs;

import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.IAnalysisCache;
import edu.umd.cs.findbugs.classfile.ICodeBase;
import edu.umd.cs.findbugs.classfile.ICodeBaseEntry;
import edu.umd.cs.findbugs.classfile.ResourceNotFoundException;
import edu.umd.cs.findbugs.classfile.analysis.ClassData;
import io.github.asynclint.bytecode.ClassSource;
import io.github.asynclint.engine.program.Program.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which class files does a run of SpotBugs see? Application classes are the program, the auxiliary class
 * path is the library. Not safe for use by several threads: neither is SpotBugs' class path.
 */
final class AnalysisCacheSource implements ClassSource {
  private static final String SUFFIX = ".class";

  private final IAnalysisCache cache;
  private final List<String> programTypes;
  private final Map<String, Optional<ICodeBaseEntry>> entries = new HashMap<>();

  AnalysisCacheSource(IAnalysisCache cache) {
    this.cache = cache;
    this.programTypes =
        cache.getClassPath().getApplicationCodebaseEntries().keySet().stream()
            .filter(AnalysisCacheSource::isClass)
            .map(path -> path.substring(0, path.length() - SUFFIX.length()).replace('/', '.'))
            .sorted()
            .toList();
  }

  private static boolean isClass(String path) {
    return path.endsWith(SUFFIX)
        && !path.endsWith("-info.class")
        && !path.startsWith("META-INF/");
  }

  @Override
  public List<String> programTypes() {
    return programTypes;
  }

  /** Missing classes are not reported: SpotBugs names those that the program refers to. */
  @Override
  public Optional<byte[]> bytes(String name) {
    if (entry(name).isEmpty()) {
      return Optional.empty();
    }
    try {
      ClassData data =
          cache.getClassAnalysis(
              ClassData.class, DescriptorFactory.createClassDescriptorFromDottedClassName(name));
      return Optional.of(data.getData());
    } catch (CheckedAnalysisException e) {
      return Optional.empty();
    }
  }

  @Override
  public Origin origin(String name) {
    return entry(name).map(AnalysisCacheSource::origin).orElse(Origin.UNKNOWN);
  }

  private static Origin origin(ICodeBaseEntry entry) {
    ICodeBase base = entry.getCodeBase();
    if (base.isApplicationCodeBase()) {
      return Origin.PROGRAM;
    }
    return base.getHowDiscovered() == ICodeBase.Discovered.IN_SYSTEM_CLASSPATH
        ? Origin.PLATFORM
        : Origin.LIBRARY;
  }

  private Optional<ICodeBaseEntry> entry(String name) {
    Optional<ICodeBaseEntry> known = entries.get(name);
    if (known == null) {
      known = find(name);
      entries.put(name, known);
    }
    return known;
  }

  private Optional<ICodeBaseEntry> find(String name) {
    // Of primitives and arrays there are no class files.
    if (name.isEmpty() || name.endsWith("[]")) {
      return Optional.empty();
    }
    try {
      String path = name.replace('.', '/') + SUFFIX;
      return Optional.of(cache.getClassPath().lookupResource(path));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }
}
