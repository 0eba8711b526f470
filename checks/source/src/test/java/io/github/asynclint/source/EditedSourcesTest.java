package io.github.asynclint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Does the program follow what is typed? */
class EditedSourcesTest {
  private final List<String> notes = new ArrayList<>();

  private static SourceInput file(String name, String text) {
    return new SourceInput(name, () -> text);
  }

  private EditedSources sources(SourceInput... files) throws IOException {
    return EditedSources.of(
        List.of(files), TestClasses.of(List.of()), new NoLibraries(), notes::add);
  }

  private static List<String> events(Program program, String type, String method) {
    MethodRef ref =
        program.type(type).orElseThrow().methods().stream()
            .map(each -> each.ref())
            .filter(each -> each.name().equals(method))
            .findFirst()
            .orElseThrow();
    return program.code(ref).orElseThrow().method().body().events().stream()
        .map(FactsText::event)
        .toList();
  }

  @Test
  void theTextThatWasPutLastCounts() throws IOException {
    EditedSources sources = sources(file("A.java", "class A { void m() { hashCode(); } }"));
    assertThat(events(sources.program(), "A", "m")).containsExactly(
        "call virtual java.lang.Object.hashCode() on this STATEMENT");

    sources.put(file("A.java", "class A { void m() { toString(); } }"));
    assertThat(events(sources.program(), "A", "m")).containsExactly(
        "call virtual java.lang.Object.toString() on this STATEMENT");
    assertThat(sources.program()).isSameAs(sources.program());
  }

  @Test
  void otherFilesSeeWhatAnEditDeclares() throws IOException {
    EditedSources sources =
        sources(
            file("A.java", "class A { void m(B b) { b.get(1); } }"),
            file("B.java", "class B { void get(int i) {} }"));
    assertThat(events(sources.program(), "A", "m"))
        .containsExactly("call virtual B.get(int) on p0 with (1)");

    sources.put(file("B.java", "class B { void get(long i) {} }"));
    assertThat(events(sources.program(), "A", "m"))
        .containsExactly("call virtual B.get(long) on p0 with (1)");
  }

  @Test
  void filesComeAndGo() throws IOException {
    EditedSources sources = sources(file("A.java", "class A { void m() { B.go(); } }"));
    sources.put(file("B.java", "class B { static void go() {} }"));
    assertThat(sources.program().programTypes()).containsExactly("A", "B");
    assertThat(events(sources.program(), "A", "m"))
        .containsExactly("call static B.go()");

    sources.remove("B.java");
    assertThat(sources.program().programTypes()).containsExactly("A");
    assertThat(events(sources.program(), "A", "m")).noneMatch(event -> event.contains("B.go"));
  }

  @Test
  void aFileTellsItsClassesAndWhetherItIsWhole() throws IOException {
    EditedSources sources =
        sources(
            file("src/a/A.java", "package a; class A { Object o = new Object() {}; class In {} } class A2 {}"),
            file("src/a/B.java", "package a; class B {}"));
    assertThat(sources.types("src/a/A.java")).containsExactly("a.A", "a.A$1", "a.A$In", "a.A2");
    assertThat(sources.isWhole("src/a/A.java")).isTrue();

    sources.put(file("src/a/A.java", "package a;\nclass A {\n void m() {\n int i = ;\n }\n void n() {}\n}"));
    assertThat(sources.types("src/a/A.java")).containsExactly("a.A");
    assertThat(sources.isWhole("src/a/A.java")).isFalse();
    assertThat(sources.types("none.java")).isEmpty();
    assertThat(sources.isWhole("none.java")).isFalse();
  }

  @Test
  void whetherAllCanBeReadIsKnownOnceAllWasLookedAt() throws IOException {
    EditedSources sources =
        sources(file("A.java", "class A { void m() {} }"), file("B.java", "class B { void n() {} }"));
    assertThat(sources.program().lookup().orElseThrow().isWhole()).isFalse();
    assertThat(sources.lookAtOneMore()).isTrue();
    assertThat(sources.lookAtOneMore()).isTrue();
    assertThat(sources.lookAtOneMore()).isFalse();
    assertThat(sources.program().lookup().orElseThrow().isWhole()).isTrue();

    sources.put(file("B.java", "class B { void n(); }"));
    assertThat(sources.types("B.java")).containsExactly("B");
    assertThat(sources.program().lookup().orElseThrow().isWhole()).isFalse();
  }

  @Test
  void membersOutsideOfClassesAreThoseOfTheFilesClass() throws IOException {
    EditedSources sources = sources(file("Main.java", "void main() { help(); } void help() {} class In {}"));
    assertThat(sources.types("Main.java")).containsExactly("Main", "Main$In");
    assertThat(events(sources.program(), "Main", "main"))
        .containsExactly("call virtual Main.help() on this");
  }

  @Test
  void aMemberTooFarOutLeavesTheClassesAlone() throws IOException {
    String broken = "package a; class A { void m() { hashCode(); } } void n() {} class B {}";
    EditedSources sources = sources(file("a/A.java", broken), file("a/C.java", broken.replace("A", "C")));
    assertThat(sources.types("a/A.java")).containsExactly("a.A", "a.B");
    assertThat(events(sources.program(), "a.A", "m")).hasSize(1);
    assertThat(sources.program().programTypes()).containsExactly("a.A", "a.B", "a.C");
  }
}
