package io.github.asynclint.benchmarks.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditorRunTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void theGeneratedApiIsJava() throws IOException {
    Path api = write(GeneratedApi.FILE, GeneratedApi.text(20));
    Path user = write(GeneratedApi.USER, GeneratedApi.user(5));

    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiles =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(api, user))
            .call();

    assertThat(compiles).as(said.toString()).isTrue();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void whatIsTypedIsTakenAwayAgain() {
    String before = GeneratedApi.user(50);
    StringBuilder text = new StringBuilder(before);
    Typing typing = new Typing(before, 1);
    int other = 0;
    for (int i = 1; i <= 300; i++) {
      Typing.Edit edit = typing.next();
      int line = 0;
      for (int skipped = 0; skipped < edit.line(); skipped++) {
        line = text.indexOf("\n", line) + 1;
      }
      text.replace(line + edit.from(), line + edit.to(), edit.text());
      other += text.toString().equals(before) ? 0 : 1;
    }
    assertThat(text).hasToString(before);
    assertThat(other).isEqualTo(200);
  }

  @Test
  void waitsForTheFindingsOfAVersion() throws Exception {
    Path source = Files.writeString(folder.resolve("Server.java"), SERVER);
    Path file = folder.resolve("A.java");
    List<String> command = List.of(JAVA, source.toString(), file.toUri().toString());
    try (ServerProcess server = new ServerProcess(command, folder.resolve("errors"))) {
      server.notify("textDocument/didOpen", "{}");
      server.awaitFindings(file, 7);
      assertThat(server.cpuTime()).isPositive();
      assertThat(new Memory(server.pid()).text()).containsPattern("collection: [1-9]\\d* MB");
      assertThatThrownBy(() -> server.awaitFindings(file, 8)).hasMessageContaining("version 8");
    }
  }

  @Test
  void aReportAndANotificationSayTheSame() {
    String report =
        "src/Api.java:7: error: [FakeAsync] get says \"later\"\n"
            + "    7 |   get(); // src/Api.java:9: error: [No] no\n"
            + "   instead    supplyAsync\n\n"
            + "src/Api.java:12: warning: [UnawaitedFuture] the future of stop is dropped\n";
    String range =
        "\"range\":{\"start\":{\"line\":%d,\"character\":4},"
            + "\"end\":{\"line\":%d,\"character\":9}}";
    String place = "{\"location\":{\"uri\":\"file:///A.java\"," + range + "},\"message\":\"here\"}";
    String notification =
        ("{\"method\":\"textDocument/publishDiagnostics\","
                + "\"params\":{\"uri\":\"file:///A.java\",\"diagnostics\":[{"
                + range
                + ",\"severity\":1,\"code\":\"FakeAsync\",\"source\":\"asynclint\",\"message\":"
                + "\"get says \\\"later\\\"\\n    instead    supplyAsync\",\"relatedInformation\":["
                + place
                + "]},{"
                + range
                + ",\"severity\":2,\"code\":\"UnawaitedFuture\","
                + "\"codeDescription\":{\"href\":\"x\"},\"message\":"
                + "\"the future of stop is dropped\"}],\"version\":1}}")
            .formatted(6, 6, 3, 3, 11, 11);
    List<Finding> findings = Finding.shown(notification);
    assertThat(findings).hasSize(2);
    assertThat(findings.get(0)).isEqualTo(new Finding(7, "FakeAsync", "get says \"later\""));
    assertThat(Finding.reported(report)).containsExactly(Map.entry("src/Api.java", findings));
  }

  @Test
  void tellsTheMedianAndWhatMostDoNotExceed() {
    Times times = new Times();
    assertThat(times.row("none")).isEqualTo("| none | 0 | 0 / 0 / 0 | 0 / 0 / 0 |");
    for (int i = 1; i <= 100; i++) {
      times.add(Duration.ofMillis(i), Duration.ofMillis(2 * i));
    }
    assertThat(times.row("edit", 94))
        .isEqualTo("| edit | 100 | 50 / 95 / 100 | 100 / 190 / 200 | 94 | no |");
  }

  /** Answers the first message with findings of version 7 and goes a little later. */
  private static final String SERVER =
      """
      class Server {
        public static void main(String[] args) throws Exception {
          System.in.read();
          String message =
              "{\\"jsonrpc\\":\\"2.0\\",\\"method\\":\\"textDocument/publishDiagnostics\\",\\"params\\":{"
                  + "\\"uri\\":\\"" + args[0] + "\\",\\"diagnostics\\":[],\\"version\\":7}}";
          System.out.print("Content-Length: " + message.length() + "\\r\\n\\r\\n" + message);
          System.out.flush();
          Thread.sleep(4_000);
        }
      }
      """;
}
