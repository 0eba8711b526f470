package io.github.asynclint.errorprone.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.bugpatterns.BugChecker;
import io.github.asynclint.engine.analysis.RuleSelection;
import io.github.asynclint.engine.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShellsTest {
  private static final Path MAIN = Path.of("src/main");
  private static final boolean UPDATE = Boolean.getBoolean("asynclint.update");

  private final List<Rule> rules = RuleSelection.all(getClass().getClassLoader()).rules();

  @Test
  void committedShellsAreCurrent() throws IOException {
    assertThat(rules).isNotEmpty();
    Map<String, String> texts = new Shells(rules).texts();
    if (UPDATE) {
      rewrite(texts);
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      assertThat(MAIN.resolve(text.getKey()))
          .as("run with -Dasynclint.update=true to rewrite it")
          .content()
          .isEqualTo(text.getValue());
    }
    assertThat(shells())
        .as("run with -Dasynclint.update=true to remove the others")
        .allMatch(name -> texts.containsKey(Shells.CHECKS + name));
  }

  private static void rewrite(Map<String, String> texts) throws IOException {
    for (String name : shells()) {
      Files.delete(MAIN.resolve(Shells.CHECKS + name));
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(MAIN.resolve(text.getKey()), text.getValue());
    }
  }

  private static List<String> shells() throws IOException {
    try (Stream<Path> files = Files.list(MAIN.resolve(Shells.CHECKS))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("package-info.java"))
          .toList();
    }
  }

  @Test
  void errorProneFindsThem() {
    Set<String> names = rules.stream().map(Rule::name).collect(Collectors.toSet());
    assertThat(
            ServiceLoader.load(BugChecker.class).stream()
                .filter(each -> RuleChecker.class.isAssignableFrom(each.type()))
                .map(each -> each.get().canonicalName()))
        .as("after -Dasynclint.update=true compile again")
        .containsExactlyInAnyOrderElementsOf(names);
  }
}
