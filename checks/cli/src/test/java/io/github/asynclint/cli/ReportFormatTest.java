package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFormatTest {
  /** Findings with related places, with a path to the evidence, with a fix, and text to escape. */
  private static final String SOURCE =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.locks.ReentrantLock;

      class Orders {
        private final ReentrantLock lock = new ReentrantLock();

        CompletableFuture<String> load(String a) {
          return CompletableFuture.supplyAsync(() -> a.concat("<script>alert('&')</script>"));
        }

        CompletableFuture<String> first() {
          lock.lock();
          return load("\\u00e9").whenComplete((value, failure) -> lock.unlock());
        }

        CompletableFuture<?> second() {
          load("<b>");
          return first().thenApply(value -> load(value));
        }

        CompletableFuture<String> now() {
          return CompletableFuture.completedFuture(wait("a"));
        }

        private String wait(String a) {
          return load(a).join();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void sarifIsValidAndComplete() throws IOException {
    Path target = folder.resolve("report.sarif");
    Path sources = folder.resolve("a source");
    Samples.write(sources, "shop/Orders.java", SOURCE);
    Samples.write(sources, "shop/Broken.java", "class {");

    Run run = Run.check(sources, "--format", "sarif", "--output", target);

    String text = Files.readString(target);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    JsonObject json =
        JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs").get(0)
            .getAsJsonObject();
    JsonArray rules =
        json.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    JsonArray results = json.getAsJsonArray("results");
    assertThat(results.size()).isEqualTo(4);
    Set<String> parts = new TreeSet<>();
    for (int i = 0; i < results.size(); i++) {
      JsonObject result = results.get(i).getAsJsonObject();
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(result.get("level").getAsString()).isEqualTo("error");
      assertThat(result.getAsJsonObject("partialFingerprints").keySet())
          .containsExactly("asynclint/v1");
      assertThat(result.getAsJsonArray("locations").toString())
          .contains("a%20source/shop/Orders.java")
          .contains("startColumn");
      parts.addAll(result.keySet());
    }
    assertThat(parts).contains("relatedLocations", "codeFlows", "fixes");
    assertThat(json.getAsJsonArray("invocations").toString()).contains("Broken.java");
  }

  @Test
  void sarifOfNothingIsValid() throws IOException {
    Samples.write(folder, "shop/Clean.java", Samples.CLEAN);

    Run run = Run.check(folder, "--format", "sarif");

    assertThat(run.exit()).isZero();
    assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotSarif() throws IOException {
    assertThat(schema().validate("{\"version\":\"2.1.0\",\"runs\":[{}]}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void htmlEscapesWhatItShows() throws IOException {
    Samples.write(folder, "shop/Orders.java", SOURCE.replace("<b>", "<img src=x>"));

    Run run = Run.check(folder, "--format", "html");

    assertThat(run.out())
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains("<mark>load</mark>(&quot;&lt;img src=x&gt;&quot;);")
        .doesNotContain("<img")
        .doesNotContain("<script")
        .doesNotContain("://");
  }

  @Test
  void textDoesNotSpeakToTheTerminal() throws IOException {
    Samples.write(folder, "shop/Orders.java", SOURCE.replace("<b>", "\u001b[31m"));

    assertThat(Run.check(folder).out()).contains("[31m").doesNotContain("\u001b");
  }

  @Test
  void coloursAreForTerminalsOnly() throws IOException {
    Samples.write(folder, "shop/Orders.java", SOURCE);
    Path target = folder.resolve("report.txt");
    String before = System.getProperty("picocli.ansi", "");
    System.setProperty("picocli.ansi", "true");
    try {
      assertThat(Run.check(folder).out()).contains("\u001b[1m\u001b[31merror:\u001b[0m ");
      Run.check(folder, "--output", target);
      assertThat(Files.readString(target)).contains(" error: ").doesNotContain("\u001b");
    } finally {
      System.setProperty("picocli.ansi", before.isEmpty() ? "tty" : before);
    }
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        ReportFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }
}
