package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What do the poms of a project say, with parents, profiles and managed versions applied? */
final class MavenModels {
  private final LocalRepository repository;
  private final Notes notes;
  private final ModelBuilder builder = new DefaultModelBuilderFactory().newInstance();
  private final PomCache cache = new PomCache();

  MavenModels(LocalRepository repository, Notes notes) {
    this.repository = repository;
    this.notes = notes;
  }

  /** The models of a project and its modules by folder, outermost first. */
  Map<Path, Model> read(Path root) {
    Map<Path, Model> models = new LinkedHashMap<>();
    add(root, models);
    return models;
  }

  private void add(Path folder, Map<Path, Model> models) {
    Path base = folder.normalize();
    if (models.containsKey(base)) {
      return;
    }
    Optional<Model> model = model(base.resolve("pom.xml"));
    if (model.isEmpty()) {
      return;
    }
    models.put(base, model.get());
    for (String module : model.get().getModules()) {
      Path path = base.resolve(module);
      if (Files.isRegularFile(path)) {
        path = path.getParent();
      }
      if (Files.isRegularFile(path.resolve("pom.xml"))) {
        add(path, models);
      } else {
        notes.note("no pom.xml in module " + path);
      }
    }
  }

  private Optional<Model> model(Path pom) {
    ModelBuildingRequest request =
        new DefaultModelBuildingRequest()
            .setPomFile(pom.toFile())
            .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
            .setProcessPlugins(false)
            .setSystemProperties(systemProperties())
            .setModelCache(cache)
            .setModelResolver(new Resolver(repository));
    try {
      return Optional.of(builder.build(request).getEffectiveModel());
    } catch (ModelBuildingException e) {
      notes.note(
          pom
              + ": "
              + e.getProblems().stream()
                  .map(problem -> problem.getMessage().lines().findFirst().orElse(""))
                  .findFirst()
                  .orElse("cannot be understood")
              + "; analysed without what it inherits");
      return raw(pom);
    }
  }

  /** The pom as it stands, without parents and properties. */
  private Optional<Model> raw(Path pom) {
    try (InputStream in = Files.newInputStream(pom)) {
      Model model = new MavenXpp3Reader().read(in, false);
      model.setPomFile(pom.toFile());
      return Optional.of(model);
    } catch (IOException | XmlPullParserException e) {
      return Optional.empty();
    }
  }

  /** The Java release that the compiler plugin is told to compile for. */
  static OptionalInt release(Model model) {
    Optional<Xpp3Dom> plugin =
        Optional.ofNullable(model.getBuild())
            .map(build -> build.getPluginsAsMap().get("org.apache.maven.plugins:maven-compiler-plugin"))
            .map(Plugin::getConfiguration)
            .filter(Xpp3Dom.class::isInstance)
            .map(Xpp3Dom.class::cast);
    for (String key : List.of("release", "target")) {
      Optional<String> told =
          plugin
              .map(configuration -> configuration.getChild(key))
              .map(Xpp3Dom::getValue)
              .or(
                  () ->
                      Optional.ofNullable(
                          model.getProperties().getProperty("maven.compiler." + key)));
      if (told.isPresent()) {
        return told.get().strip().matches("\\d{1,3}")
            ? OptionalInt.of(Integer.parseInt(told.get().strip()))
            : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  static Properties systemProperties() {
    Properties properties = new Properties();
    System.getenv().forEach((key, value) -> properties.setProperty("env." + key, value));
    properties.putAll(System.getProperties());
    return properties;
  }

  /** Finds parents and imported poms in the local repository. */
  private record Resolver(LocalRepository repository) implements ModelResolver {
    @Override
    public ModelSource resolveModel(String group, String artifact, String version)
        throws UnresolvableModelException {
      Path pom = repository.pom(group, artifact, version);
      if (!Files.isRegularFile(pom)) {
        throw new UnresolvableModelException(
            "not in the local repository", group, artifact, version);
      }
      return new FileModelSource(pom.toFile());
    }

    @Override
    public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
      return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency dependency) throws UnresolvableModelException {
      return resolveModel(
          dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
    }

    @Override
    public void addRepository(Repository added) {}

    @Override
    public void addRepository(Repository added, boolean replace) {}

    @Override
    public ModelResolver newCopy() {
      return this;
    }
  }
}
