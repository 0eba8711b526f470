package io.github.asynclint.cli;

import io.github.asynclint.project.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which programs did the user name, and what does the user know of them? */
final class InputChoice {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "A source folder or .java file, a jar or class folder, or the root of a project: Maven, or one"
              + " that has an asynclint.yaml.")
  private List<Path> paths;

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Jars and class folders that the code is compiled against.")
  private String classPath = "";

  @Option(
      names = "--release",
      paramLabel = "N",
      description =
          "The Java release that the code is compiled for; default: what the pom or the class files say,"
              + " else the one that runs this.")
  private Optional<Integer> release;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      description = "A YAML file of your own on libraries; beside asynclint.yaml in the project.")
  private List<Path> models = new ArrayList<>();

  Inputs inputs(Messages messages) {
    List<Path> libraries = Inputs.classPath(classPath, messages);
    OptionalInt compiledFor = release.map(OptionalInt::of).orElse(OptionalInt.empty());
    return Inputs.of(paths, libraries, compiledFor, messages);
  }

  ModelFiles models(Inputs inputs) {
    return new ModelFiles(inputs.projects(), models);
  }
}
