package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Are people who write model files told what is wrong with them? */
final class ModelsCommandTest {
  private static final Path PUBLISHED = Path.of("../../docs/models.schema.json");
  private static final Path SHIPPED = Path.of("../rules/src/main/models");

  private static final String GOOD =
      """
      format: 1
      library: shop
      methods:
        - owner: shop.Orders
          evidence: it waits for the printer
          rows:
            "place": {blocks: definite, kind: io}
      """;

  @TempDir Path folder;

  @Test
  void acceptsWhatNamesRealMethods() throws IOException {
    Path classes = compiledOrders();
    Path file = Samples.write(folder, "asynclint.yaml", GOOD);

    Run run = Run.of("models", "check", "--classpath", classes, file);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo(file + ": nothing wrong\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void namesWhatIsNotOnTheClassPath() throws IOException {
    Path classes = compiledOrders();
    Path file =
        Samples.write(
            folder,
            "asynclint.yaml",
            GOOD.replace("place", "plaace").replace("format: 1", "format: 1\nactive-if: no.Such"));

    Run run = Run.of("models", "check", "--classpath", classes, file);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            file + ":2: no class no.Such on the class path",
            file + ":8: no method 'plaace' in shop.Orders; did you mean 'place'?");
  }

  @Test
  void namesWrongWordsWithoutAClassPathToo() throws IOException {
    Path file = Samples.write(folder, "mine.yaml", GOOD.replace("blocks:", "block:"));
    Path good = Samples.write(folder, "good.yaml", GOOD);

    Run run = Run.of("models", "check", file, good);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            file + ":7: unknown fact 'block'; did you mean 'blocks'?",
            good + ": nothing wrong; give --classpath to look their names up");
  }

  @Test
  void saysWhatItCannotRead() {
    Run run = Run.of("models", "check", folder.resolve("none.yaml"));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "asynclint: cannot read the models %s: no such file or folder%n"
                .formatted(folder.resolve("none.yaml")));
    assertThat(Run.of("models").exit()).isEqualTo(2);
  }

  @Test
  void thePublishedSchemaIsCurrent() throws IOException {
    String schema = Run.of("models", "schema").out();
    if (Boolean.getBoolean("asynclint.update")) {
      Files.writeString(PUBLISHED, schema);
    }

    assertThat(Files.readString(PUBLISHED)).isEqualTo(schema);
  }

  @Test
  void theSchemaTakesTheShippedModelsAndRefusesWrongOnes() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Run.of("models", "schema").out());

    List<Path> shipped;
    try (Stream<Path> all = Files.list(SHIPPED)) {
      shipped = all.sorted().toList();
    }
    assertThat(shipped).isNotEmpty();
    for (Path file : shipped) {
      assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).as("" + file).isEmpty();
    }
    for (String project :
        List.of("sources: [src]", "classpath: libs/*.jar", "classpath-file: [build/path]")) {
      assertThat(schema.validate("format: 1\n" + project, InputFormat.YAML)).isEmpty();
      assertThat(schema.validate(GOOD + project, InputFormat.YAML)).isEmpty();
    }
    assertThat(schema.validate("format: 1\n", InputFormat.YAML)).isNotEmpty();
    assertThat(schema.validate("format: 1\nsources: {main: src}\n", InputFormat.YAML)).isNotEmpty();
    assertThat(schema.validate(GOOD.replace("definite", "maybe"), InputFormat.YAML)).isNotEmpty();
    assertThat(schema.validate(GOOD.replace("evidence", "because"), InputFormat.YAML)).isNotEmpty();
    assertThat(schema.validate(GOOD.replace("blocks:", "block:"), InputFormat.YAML)).isNotEmpty();
  }

  private Path compiledOrders() throws IOException {
    return Samples.compile(
        folder.resolve("classes"), Samples.orders(folder.resolve("src")).resolve("shop/Orders.java"));
  }
}
