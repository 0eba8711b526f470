package io.github.asynclint.spotbugs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.analysis.RuleSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void committedDescriptorsAreCurrent() throws IOException {
    Descriptors descriptors =
        new Descriptors(
            RuleSelection.all(getClass().getClassLoader()).rules(),
            Path.of("../../docs/pitfalls"));
    assertThat(descriptors.rules()).isNotEmpty();
    for (Map.Entry<String, String> text : descriptors.texts().entrySet()) {
      Path file = RESOURCES.resolve(text.getKey());
      if (Boolean.getBoolean("asynclint.update")) {
        Files.writeString(file, text.getValue());
      }
      assertThat(file)
          .as("run with -Dasynclint.update=true to rewrite it")
          .content()
          .isEqualTo(text.getValue());
    }
  }

  @Test
  void typesAreWordsOfTheRuleName() {
    assertThat(BugTypes.of("UnawaitedFuture")).isEqualTo("ASYNC_UNAWAITED_FUTURE");
    assertThat(BugTypes.of("CpuWorkOnEventLoop")).isEqualTo("ASYNC_CPU_WORK_ON_EVENT_LOOP");
  }

  @Test
  void pagesBecomeHtml() {
    String page =
        """
        # Rule
        A `Mono<T>` is **cold**,
        see [that](Other.md).

        ## Instead
        - one
          more
        - two
        ```java
        a < b;
        ```
        """;
    assertThat(Markdown.html(page))
        .isEqualTo(
            """
            <p>A <code>Mono&lt;T&gt;</code> is <b>cold</b>,
            see that.</p>
            <h3>Instead</h3>
            <ul>
            <li>one more</li>
            <li>two</li>
            </ul>
            <pre><code>a &lt; b;
            </code></pre>
            """);
  }
}
