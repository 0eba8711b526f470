package io.github.asynclint.lsp.colors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.project.Inputs;
import io.github.asynclint.project.UnitPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what is shown read as it was meant, whatever names hold? */
class ProseTest {
  @TempDir private Path folder;

  private List<String> written(Step step) throws IOException {
    Path file = folder.resolve("a (b)/Orders_[1].java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class Orders {}");
    List<String> written = new ArrayList<>();
    Inputs inputs =
        Inputs.of(List.of(folder), List.of(), OptionalInt.empty(), Notes.IGNORE);
    for (UnitPlan plan : inputs.units()) {
      plan.open(
          Notes.IGNORE,
          unit -> {
            for (boolean markdown : new boolean[] {true, false}) {
              written.add(
                  new Prose(unit, markdown).heading("__it__ <does>").item(1, step).toString());
            }
          });
    }
    return written;
  }

  @Test
  void namesAreNoMarkdownAndPlacesAreLinks() throws IOException {
    Step step = new Step(Step.Kind.PATH, "Orders.<clinit>", "Orders_[1].java", 3);

    assertThat(written(step))
        .containsExactly(
            "**\\_\\_it\\_\\_ \\<does\\>**\n\n  - Orders.\\<clinit\\> ([Orders\\_\\[1\\].java:3](<"
                + folder.toUri()
                + "a%20(b)/Orders_%5B1%5D.java#L3>))",
            "__it__ <does>\n  - Orders.<clinit> (Orders_[1].java:3)");
  }

  @Test
  void placesWithoutAFileAreText() throws IOException {
    Step step = new Step(Step.Kind.PATH, "FileUtils.read", "org/lib/FileUtils.java", 12);

    assertThat(written(step).get(0)).endsWith("  - FileUtils.read (FileUtils.java:12)");
  }
}
