package io.github.asynclint.cli;

import io.github.asynclint.cli.colors.ColorsDot;
import io.github.asynclint.cli.colors.ColorsFormat;
import io.github.asynclint.cli.colors.ColorsSvg;
import io.github.asynclint.cli.colors.ColorsText;
import io.github.asynclint.cli.colors.ProgramColors;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.colors.Picture;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.Unit;
import io.github.asynclint.project.UnitPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where do threads enter a program, which are they, and what holds them? */
@Command(
    name = "colors",
    description = {
      "Shows what runs where: the entry points of a program, the threads that run them, and the ways"
          + " from each to code that blocks, waits or burns CPU."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the picture was made",
      "2:nothing could be analysed, or the command line makes no sense"
    })
final class ColorsCommand implements Callable<Integer> {
  /** In which form the picture is written. */
  enum FormatName {
    text,
    dot,
    svg
  }

  @Spec private CommandSpec spec;

  @Mixin private InputChoice input;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private FormatName format = FormatName.text;

  @Mixin private OutputChoice output;

  private final ShownPaths shown = new ShownPaths();

  @Override
  public Integer call() {
    Messages messages = new Messages(spec.commandLine().getErr());
    output.requireWritable();
    Inputs inputs = input.inputs(messages);
    ModelFiles known = input.models(inputs);
    List<ProgramColors> programs = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (UnitPlan plan : inputs.units()) {
      plan.open(
          messages,
          unit -> {
            Models models = known.over(plan.modelPath(), messages).bind(unit.program());
            programs.add(colors(unit, models, messages));
            unit.types().stream()
                .filter(type -> unit.program().type(type).isPresent())
                .forEach(classes::add);
          });
    }
    if (classes.isEmpty()) {
      if (messages.all().isEmpty()) {
        throw new UnusableInput("nothing could be analysed");
      }
      return ExitCode.UNUSABLE;
    }
    output.write(writer().write(programs), spec.commandLine().getOut());
    return ExitCode.CLEAN;
  }

  private ProgramColors colors(Unit unit, Models models, Messages messages) {
    Analysis analysis =
        new Analysis(unit.program(), models, new RuleSelection(List.of()), messages);
    Picture all = analysis.colors().picture(unit.types());
    Picture wanted =
        new Picture(
            all.entryPoints().stream().filter(each -> unit.wants(each.sourceFile())).toList(),
            all.hops(),
            all.codes());
    Map<String, String> paths = new TreeMap<>();
    unit.files().forEach((key, file) -> paths.put(key, shown.of(file.path())));
    return new ProgramColors(wanted, paths);
  }

  private ColorsFormat writer() {
    return switch (format) {
      case text -> new ColorsText(output.file().isEmpty() && Ansi.AUTO.enabled());
      case dot -> new ColorsDot();
      case svg -> new ColorsSvg();
    };
  }
}
