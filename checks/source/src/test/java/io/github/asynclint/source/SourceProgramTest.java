package io.github.asynclint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FactsText;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Are facts read from source, also where it is half-typed? */
class SourceProgramTest {
  private final List<String> notes = new ArrayList<>();

  private SourceProgram program(String... files) throws IOException {
    List<SourceInput> inputs = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      String text = files[i];
      inputs.add(new SourceInput("File" + i + ".java", () -> text));
    }
    return SourceProgram.of(inputs, TestClasses.of(List.of()), new NoLibraries(), notes::add);
  }

  private static MethodCode code(Program program, String type, String method) {
    MethodRef ref =
        program.type(type).orElseThrow().methods().stream()
            .map(m -> m.ref())
            .filter(m -> m.name().equals(method))
            .findFirst()
            .orElseThrow();
    return program.code(ref).orElseThrow();
  }

  private static List<String> events(MethodCode code) {
    return code.method().body().events().stream().map(FactsText::event).toList();
  }

  @Test
  void aHalfTypedMethodLosesItsFactsAndTheOthersKeepTheirs() throws IOException {
    Program program =
        program(
            """
            package p;
            class Broken {
              void before() {
                System.gc();
              }
              void half() {
                System.gc();
                String text = "a".trim(.
                if (
              }
              int after(String text) {
                return text.length();
              }
            }
            """);

    assertThat(notes).hasSize(1);
    assertThat(notes.get(0)).startsWith("File0.java:8: ");
    assertThat(events(code(program, "p.Broken", "before")))
        .containsExactly("call static java.lang.System.gc()");
    assertThat(events(code(program, "p.Broken", "half"))).isEmpty();
    assertThat(events(code(program, "p.Broken", "after")))
        .containsExactly("call virtual java.lang.String.length() on p0", "return #0");
    assertThat(code(program, "p.Broken", "after").method().line()).isEqualTo(11);
  }

  @Test
  void textThatIsNoJavaIsNotedAndTheOtherFilesAreRead() throws IOException {
    Program program = program("}}} nonsense {{{", "class A { void m() { hashCode(); } }");

    assertThat(notes).hasSize(1);
    assertThat(events(code(program, "A", "m")))
        .containsExactly("call virtual java.lang.Object.hashCode() on this STATEMENT");
  }

  @Test
  void anUnresolvedCallIsKeptWithAnUnknownOwnerAndItsPartsAreRead() throws IOException {
    Program program =
        program("class A { void m(Missing missing, String s) { missing.send(s.trim()).get(); } }");

    assertThat(events(code(program, "A", "m")))
        .containsExactly(
            "call virtual java.lang.String.trim() on p1",
            "call virtual ?.send(?) on p0 with (#0)",
            "call virtual ?.get() on ? STATEMENT");
  }

  @Test
  void spansAreOffsetsIntoTheText() throws IOException {
    String text = "class A {\r\n\tvoid m(String s) {\r\n\t\ts.trim()\n .concat(\"x\");\r\n\t}\r\n}\r\n";
    MethodCode code = code(program(text), "A", "m");

    Event.Call concat = (Event.Call) code.method().body().events().get(1);
    var spans = concat.spans().orElseThrow();
    assertThat(text.substring(spans.expression().start(), spans.expression().end()))
        .isEqualTo("s.trim()\n .concat(\"x\")");
    assertThat(text.substring(spans.name().start(), spans.name().end())).isEqualTo("concat");
    assertThat(spans.receiver().map(r -> text.substring(r.start(), r.end()))).hasValue("s.trim()");
    assertThat(spans.arguments().stream().map(r -> text.substring(r.start(), r.end())))
        .containsExactly("\"x\"");
    assertThat(spans.statement().map(r -> text.substring(r.start(), r.end())))
        .hasValue("s.trim()\n .concat(\"x\");");
    assertThat(concat.place().line()).isEqualTo(4);
  }

  @Test
  void localAndAnonymousClassesAreNumberedAsTheCompilerDoes() throws IOException {
    Program program = SourceProgram.of(
        SourceInput.of(Fixtures.sources(Fixtures.LANGUAGE)),
        TestClasses.of(List.of()), new NoLibraries(), notes::add);

    List<String> compiled = new ArrayList<>();
    try (var files = java.nio.file.Files.walk(Fixtures.classes(Fixtures.LANGUAGE))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> compiled.add("language." + name.substring(0, name.length() - 6)));
    }
    // The compiler adds a class that maps enum constants to the cases of a switch.
    compiled.removeIf(name -> !program.programTypes().contains(name)
        && TestClasses.isSwitchMap(Fixtures.classes(Fixtures.LANGUAGE), name));
    assertThat(program.programTypes()).containsExactlyInAnyOrderElementsOf(compiled);
    assertThat(notes).isEmpty();
  }

  @Test
  void whatTwoEnumsShareEndsSomewhere() throws IOException {
    Program program =
        program(
            """
            package p;
            class Choice {
              enum Suit { HEARTS }
              enum Rank { ACE }
              String name(boolean suit) {
                return (suit ? Suit.HEARTS : Rank.ACE).toString();
              }
            }
            """);

    assertThat(events(code(program, "p.Choice", "name"))).anyMatch(e -> e.contains("toString()"));
    assertThat(notes).isEmpty();
  }
}
