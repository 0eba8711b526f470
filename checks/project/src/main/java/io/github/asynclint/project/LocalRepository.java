package io.github.asynclint.project;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Where does Maven keep what it has downloaded? */
record LocalRepository(Path root) {
  /** As Maven finds it: {@code maven.repo.local}, the user's settings, {@code ~/.m2/repository}. */
  static LocalRepository ofUser() {
    String given = System.getProperty("maven.repo.local", "");
    Path maven = Path.of(System.getProperty("user.home"), ".m2");
    Path root =
        given.isEmpty()
            ? fromSettings(maven.resolve("settings.xml")).orElse(maven.resolve("repository"))
            : Path.of(given);
    return new LocalRepository(root);
  }

  private static Optional<Path> fromSettings(Path settings) {
    if (!Files.isRegularFile(settings)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(settings)) {
      return Optional.ofNullable(Xpp3DomBuilder.build(in, "UTF-8").getChild("localRepository"))
          .map(Xpp3Dom::getValue)
          .map(text -> text.strip().replace("${user.home}", System.getProperty("user.home")))
          .filter(text -> !text.isEmpty() && !text.contains("${"))
          .map(Path::of);
    } catch (IOException | XmlPullParserException e) {
      return Optional.empty();
    }
  }

  Path pom(String group, String artifact, String version) {
    return root.resolve(group.replace('.', File.separatorChar))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }
}
