package io.github.asynclint.project;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.NoLocalRepositoryManagerException;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/**
 * Which jars does a module compile against, as Maven resolves them, taken from the local repository
 * only?
 */
final class MavenDependencies {
  private final RepositorySystem system = new RepositorySystemSupplier().get();
  private final DefaultRepositorySystemSession session;
  private final Set<Path> modules;

  /** What was found, and coordinates of what was not. */
  record Resolved(List<Path> jars, Set<String> missing) {}

  MavenDependencies(LocalRepository repository, Map<Path, Model> models) {
    this.session = MavenRepositorySystemUtils.newSession();
    this.modules = models.keySet();
    session.setOffline(true);
    session.setCache(new DefaultRepositoryCache());
    session.setSystemProperties(MavenModels.systemProperties());
    session.setWorkspaceReader(new Reactor(models));
    // The simple manager does not ask from which remote repository a file once came.
    try {
      session.setLocalRepositoryManager(
          new SimpleLocalRepositoryManagerFactory()
              .newInstance(
                  session,
                  new org.eclipse.aether.repository.LocalRepository(repository.root().toFile())));
    } catch (NoLocalRepositoryManagerException e) {
      throw new IllegalStateException(e);
    }
  }

  Resolved of(Model model) {
    CollectRequest request = new CollectRequest();
    model.getDependencies().forEach(each -> request.addDependency(convert(each)));
    Optional.ofNullable(model.getDependencyManagement())
        .ifPresent(
            managed ->
                managed
                    .getDependencies()
                    .forEach(each -> request.addManagedDependency(convert(each))));
    CollectResult result;
    try {
      result = system.collectDependencies(session, request);
    } catch (DependencyCollectionException e) {
      result = e.getResult();
    }
    Set<String> missing = new LinkedHashSet<>();
    List<Path> jars = new ArrayList<>();
    if (result.getRoot() != null) {
      PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
      result.getRoot().accept(nodes);
      for (DependencyNode node : nodes.getNodes()) {
        if (node.getArtifact() != null) {
          resolve(node.getArtifact(), jars, missing);
        }
      }
    }
    return new Resolved(jars, missing);
  }

  private void resolve(Artifact artifact, List<Path> jars, Set<String> missing) {
    if (!artifact.getExtension().equals("jar")) {
      return;
    }
    try {
      File file =
          system
              .resolveArtifact(session, new ArtifactRequest(artifact, List.of(), null))
              .getArtifact()
              .getFile();
      if (!modules.contains(file.toPath())) {
        jars.add(file.toPath());
      }
    } catch (ArtifactResolutionException e) {
      missing.add(artifact.toString());
    }
  }

  private org.eclipse.aether.graph.Dependency convert(Dependency dependency) {
    var type = session.getArtifactTypeRegistry().get(dependency.getType());
    Artifact artifact =
        new DefaultArtifact(
            dependency.getGroupId(),
            dependency.getArtifactId(),
            Optional.ofNullable(dependency.getClassifier())
                .orElse(type == null ? "" : type.getClassifier()),
            type == null ? dependency.getType() : type.getExtension(),
            Optional.ofNullable(dependency.getVersion()).orElse(""));
    return new org.eclipse.aether.graph.Dependency(
        artifact,
        dependency.getScope(),
        dependency.isOptional(),
        dependency.getExclusions().stream().map(MavenDependencies::convert).toList());
  }

  private static org.eclipse.aether.graph.Exclusion convert(Exclusion exclusion) {
    return new org.eclipse.aether.graph.Exclusion(
        exclusion.getGroupId(), exclusion.getArtifactId(), "*", "*");
  }

  /** The project's own modules: their poms, and their folders in place of their jars. */
  private static final class Reactor implements WorkspaceReader {
    private final WorkspaceRepository repository = new WorkspaceRepository("reactor");
    private final Map<String, Path> folders = new TreeMap<>();

    Reactor(Map<Path, Model> models) {
      models.forEach(
          (folder, model) ->
              folders.put(
                  key(group(model), model.getArtifactId(), version(model)), folder));
    }

    private static String group(Model model) {
      return model.getGroupId() == null && model.getParent() != null
          ? model.getParent().getGroupId()
          : model.getGroupId();
    }

    private static String version(Model model) {
      return model.getVersion() == null && model.getParent() != null
          ? model.getParent().getVersion()
          : model.getVersion();
    }

    private static String key(String group, String artifact, String version) {
      return group + ":" + artifact + ":" + version;
    }

    @Override
    public WorkspaceRepository getRepository() {
      return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
      Path folder =
          folders.get(
              key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion()));
      if (folder == null) {
        return null;
      }
      return artifact.getExtension().equals("pom")
          ? folder.resolve("pom.xml").toFile()
          : folder.toFile();
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
      return List.of();
    }
  }
}
