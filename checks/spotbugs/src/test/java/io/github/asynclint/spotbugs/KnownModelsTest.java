package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.SystemProperties;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does a run of SpotBugs hear what projects and libraries say of themselves? */
class KnownModelsTest {
  private static final String BROUGHT = "META-INF/asynclint/ledger-client.yaml";

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @TempDir Path folder;
  private Bank bank;

  @BeforeEach
  void compile() throws Exception {
    bank = Bank.compileTo(folder);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(before);
    // Removing does not reach what SpotBugs copied when it was loaded.
    SystemProperties.setProperty(KnownModels.PROPERTY, "");
  }

  private List<String> run(Path library) throws Exception {
    return new SpotBugsRun(bank.payments()).libraries(library.toString()).run().async().stream()
        .map(
            bug ->
                bug.getPrimarySourceLineAnnotation().getSourceFile()
                    + ":"
                    + bug.getPrimarySourceLineAnnotation().getStartLine()
                    + " "
                    + bug.getType())
        .sorted()
        .toList();
  }

  private List<String> complaints() {
    // Other tests of this process may leave SpotBugs' own lines.
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("asynclint: "))
        .toList();
  }

  @Test
  void withoutModelsNothingIsKnown() throws Exception {
    Files.delete(bank.platform().resolve(BROUGHT));
    Files.delete(bank.platform().resolve("META-INF/asynclint/lanes.yaml"));
    assertThat(run(bank.platform())).isEmpty();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void librariesAndThePropertySayWhatTheyKnow() throws Exception {
    SystemProperties.setProperty(KnownModels.PROPERTY, Bank.MODELS.toString());
    assertThat(bank.marks()).hasSize(6);
    assertThat(run(bank.platform())).containsExactlyElementsOf(bank.marks());
    assertThat(run(bank.jarOfPlatform())).containsExactlyElementsOf(bank.marks());
    assertThat(complaints()).isEmpty();
  }

  @Test
  void analysedClassesBringModelsToo() throws Exception {
    SystemProperties.setProperty(KnownModels.PROPERTY, Bank.MODELS.toString());
    try (Stream<Path> files = Files.walk(bank.platform())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = bank.payments().resolve(bank.platform().relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.move(file, target);
      }
    }
    assertThat(run(bank.platform())).containsExactlyElementsOf(bank.marks());
  }

  @Test
  void aFileThatIsWrongCostsOneLineAndTheOthersHold() throws Exception {
    Path brought = bank.platform().resolve(BROUGHT);
    Files.writeString(
        brought, Files.readString(brought).replace("types:", "tipes:"));
    SystemProperties.setProperty(
        KnownModels.PROPERTY, Bank.MODELS + ", " + folder.resolve("none.yaml"));
    assertThat(run(bank.platform())).hasSize(2).allMatch(bug -> bug.startsWith("Sessions.java:"));
    assertThat(complaints())
        .containsExactly(
            "asynclint: " + brought + ":9: unknown section 'tipes'; did you mean 'types'?",
            "asynclint: cannot read the models "
                + folder.resolve("none.yaml")
                + ": no such file or folder");

    Files.writeString(
        brought, Files.readString(brought).replace("tipes:", "types:"));
    assertThat(run(bank.platform())).containsExactlyElementsOf(bank.marks());
  }
}
