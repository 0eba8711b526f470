package io.github.asynclint.cli;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.Reason;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.rules.models.compiler.MissingMembers;
import io.github.asynclint.rules.models.compiler.ModelCompiler;
import io.github.asynclint.rules.models.compiler.ModelProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Are model files well written, and do the classes and members that they name exist? */
@Command(
    name = "check",
    description = {
      "Checks model files: the words they use, and that what they name is on the class path."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing wrong",
      "1:problems, each with file and line",
      "2:a file cannot be read, or the command line makes no sense"
    })
final class ModelsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A model file in YAML.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = {
        "Jars and class folders with the libraries that the files speak of; without them only the"
            + " words are checked."
      })
  private String classPath = "";

  @Override
  public Integer call() {
    Messages messages = new Messages(spec.commandLine().getErr());
    List<String> texts = files.stream().map(ModelsCheckCommand::text).toList();
    Set<String> contexts =
        ShippedModels.load().files().stream()
            .flatMap(file -> file.contexts().stream())
            .map(NamedContext::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (int i = 0; i < files.size(); i++) {
      contexts.addAll(ModelCompiler.contextNames(files.get(i).toString(), texts.get(i)));
    }
    List<Path> libraries = Inputs.classPath(classPath, messages);
    boolean wrong = false;
    try (ClassPath path = ClassPath.open(List.of(), libraries, messages)) {
      MissingMembers members = new MissingMembers(BytecodeProgram.of(path, messages));
      for (int i = 0; i < files.size(); i++) {
        wrong |= check(files.get(i).toString(), texts.get(i), contexts, members);
      }
    }
    spec.commandLine().getOut().flush();
    return wrong ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private boolean check(String file, String text, Set<String> contexts, MissingMembers members) {
    ModelCompiler.Compiled compiled = ModelCompiler.compile(file, text, contexts);
    List<ModelProblem> problems = new ArrayList<>(compiled.problems());
    if (!classPath.isEmpty()) {
      problems.addAll(members.in(file, compiled.mentions()));
    }
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(out::println);
    if (problems.isEmpty()) {
      out.printf(
          "%s: nothing wrong%s%n",
          file,
          classPath.isEmpty() ? "; give --classpath to look their names up" : "");
    }
    return !problems.isEmpty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UnusableInput("cannot read the models " + file + ": " + Reason.of(e));
    }
  }
}
