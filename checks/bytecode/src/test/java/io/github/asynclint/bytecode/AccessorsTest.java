package io.github.asynclint.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.MethodRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessorsTest {
  private static final String SOURCE =
      "class A { private int n; private static long total; private String name;"
          + " private String load(int id) { return name; }"
          + " class Inner { A other;"
          + " void call() { load(1); other.load(2); }"
          + " int read() { return n; }"
          + " void write(String s) { name = s; total = 3L; }"
          + " String both(String s) { return name = s; } } }";

  @TempDir private Path folder;

  @Test
  void membersStandForTheAccessorsOfOldCompilers() throws IOException {
    assertThat(inner("8")).isEqualTo(inner("11")).noneMatch(event -> event.contains("access$"));
  }

  @Test
  void methodsAreNamedThatAreCalledThroughAccessors() throws IOException {
    try (Compiled code = Compiled.of(folder, SOURCE, "--release", "8")) {
      MethodRef call = new MethodRef("p.A$Inner", "call", List.of(), "void");
      assertThat(code.program().mentions("p.A$Inner").get(call).toString())
          .contains("load")
          .doesNotContain("access$");
    }
  }

  private List<String> inner(String release) throws IOException {
    try (Compiled code = Compiled.of(folder, SOURCE, "--release", release)) {
      return List.of("call", "read", "write", "both").stream()
          .flatMap(method -> code.events("A$Inner", method).stream())
          .toList();
    }
  }
}
