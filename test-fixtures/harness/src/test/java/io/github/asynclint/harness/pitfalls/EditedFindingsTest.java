package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.bytecode.BytecodeProgram;
import io.github.asynclint.bytecode.ClassPath;
import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.finding.Finding;
import io.github.asynclint.engine.model.ModelStore;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.rules.models.ShippedModels;
import io.github.asynclint.source.EditedSources;
import io.github.asynclint.source.SourceInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any edits, does a program that is kept have the findings of one that is read at once? */
@ExtendWith(Harness.Provider.class)
final class EditedFindingsTest {
  private static final int EDITS = 14;
  private static final int PACKAGES = 3;

  /** How often the findings of all files are compared, not of the edited one alone. */
  private static final int ALL = 7;

  private final ModelStore models = ShippedModels.load();
  private int compared;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void ofFixturesAreTheSame(long seed, Harness harness) {
    List<String> packages = new ArrayList<>(harness.fixtures().packages());
    Collections.shuffle(packages, new Random(seed));
    SortedMap<String, String> texts = new TreeMap<>(harness.fixtures().sources().texts());
    texts.keySet().removeIf(
        file -> !packages.subList(0, PACKAGES).contains(Sources.packageOf(file)));
    edit(texts, harness.fixtures(), new Random(seed));
  }

  @Test
  void ofTheWebShopAreTheSame(Harness harness) {
    SortedMap<String, String> texts =
        new TreeMap<>(new SampleProject(harness.fixtures()).sources().texts());
    edit(texts, harness.fixtures(), new Random(1));
  }

  private void edit(SortedMap<String, String> texts, Fixtures fixtures, Random random) {
    SortedMap<String, String> originals = new TreeMap<>(texts);
    List<String> names = List.copyOf(texts.keySet());
    try (ClassPath classPath = ClassPath.open(List.of(), fixtures.libraries(), message -> {})) {
      EditedSources edited =
          EditedSources.of(
              inputs(texts), classPath::bytes, BytecodeProgram.of(classPath, note -> {}), note -> {});
      for (int i = 1; i <= EDITS; i++) {
        String name = names.get(random.nextInt(names.size()));
        texts.put(name, random.nextInt(3) == 0 ? originals.get(name) : edit(texts.get(name), random));
        String text = texts.get(name);
        edited.put(new SourceInput(name, () -> text));
        Program fresh = Seats.source(new Sources(texts), classPath, note -> {});
        List<String> files = i % ALL == 0 ? names : List.of(name);
        List<String> types =
            files.stream().flatMap(file -> edited.types(file).stream()).distinct().toList();
        List<String> expected = findings(fresh, types, fixtures.rules());
        if (i == 1) {
          assertThat(expected)
              .as("what is found before all files were looked at")
              .containsAll(findings(edited.program(), types, fixtures.rules()));
        }
        while (edited.lookAtOneMore()) {
          assertThat(edited.types(name)).isNotNull();
        }
        assertThat(findings(edited.program(), types, fixtures.rules()))
            .as("findings after edit %s, of %s, which is now\n%s", i, name, text)
            .isEqualTo(expected);
        compared += expected.size();
      }
    }
    assertThat(compared).as("findings that were compared").isPositive();
  }

  private List<String> findings(Program program, List<String> types, RuleSelection rules) {
    List<String> notes = new ArrayList<>();
    List<Finding> found =
        new Analysis(program, models.bind(program), rules, notes::add).findings(types);
    assertThat(notes).isEmpty();
    return found.stream().map(Outcome::describe).sorted().toList();
  }

  private static List<SourceInput> inputs(SortedMap<String, String> texts) {
    List<SourceInput> inputs = new ArrayList<>();
    texts.forEach((name, text) -> inputs.add(new SourceInput(name, () -> text)));
    return inputs;
  }

  /** The text without a line, with lines of it once more, or with a word in the place of another. */
  private static String edit(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> {
        List<String> some = List.copyOf(lines.subList(at, Math.min(lines.size(), at + 12)));
        lines.addAll(random.nextInt(lines.size()), some);
      }
      case 2 -> {
        String[] words = lines.get(at).split("\\b");
        List<String> others = List.of(lines.get(random.nextInt(lines.size())).split("\\b"));
        words[random.nextInt(words.length)] = others.get(random.nextInt(others.size()));
        lines.set(at, String.join("", words));
      }
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }
}
