package io.github.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program tells of types, their origin and their files. */
class JavacProgramTest {
  private final Compilation compiled =
      Compilation.of(
          "package p; @Deprecated(since = \"2\") public class C extends Thread implements Runnable {\n"
              + "  private volatile int n; @Override public synchronized void run() { new D() {}; }\n"
              + "  void later(String... names) throws java.io.IOException { class L {} } }\n"
              + "class D {}");

  @Test
  void typesOfTheProgramAreListedByBinaryName() {
    assertThat(compiled.program.programTypes()).containsExactly("p.C", "p.C$1", "p.C$1L", "p.D");
    assertThat(compiled.program.origin("p.C$1")).isEqualTo(Origin.PROGRAM);
  }

  @Test
  void declarations() {
    TypeFacts type = compiled.program.type("p.C").orElseThrow();
    assertThat(type.superclass()).contains("java.lang.Thread");
    assertThat(type.interfaces()).containsExactly("java.lang.Runnable");
    assertThat(type.annotations()).extracting(Object::toString)
        .containsExactly("@java.lang.Deprecated{since=2}");
    assertThat(type.fields().get(0).modifiers())
        .containsExactlyInAnyOrder(Modifier.PRIVATE, Modifier.VOLATILE);
    assertThat(type.methods()).extracting(method -> method.ref().toString())
        .containsExactly("p.C.<init>()", "p.C.run()", "p.C.later(java.lang.String[])");
    assertThat(type.methods().get(1).modifiers()).contains(Modifier.SYNCHRONIZED);
    assertThat(type.methods().get(2).modifiers()).containsExactly(Modifier.VARARGS);
    assertThat(type.methods().get(2).thrown()).containsExactly("java.io.IOException");
    assertThat(compiled.program.type("p.C$1").orElseThrow().enclosing()).contains("p.C");
  }

  @Test
  void platformTypesAreKnownButHaveNoCode() {
    assertThat(compiled.program.origin("java.util.Map$Entry")).isEqualTo(Origin.PLATFORM);
    assertThat(compiled.program.type("java.util.Map$Entry").orElseThrow().is(Modifier.INTERFACE))
        .isTrue();
    assertThat(
            compiled.program.code(
                new MethodRef("java.lang.String", "trim", List.of(), "java.lang.String")))
        .isEmpty();
  }

  @Test
  void defaultMethodsOfClassFilesAreNotAbstract() {
    assertThat(compiled.program.type("java.util.Map").orElseThrow().methods())
        .filteredOn(method -> method.ref().name().equals("getOrDefault"))
        .singleElement()
        .satisfies(method -> assertThat(method.modifiers()).doesNotContain(Modifier.ABSTRACT));
  }

  @Test
  void unknownTypesAreEmptyWithoutANote() {
    assertThat(compiled.program.type("no.Such")).isEmpty();
    assertThat(compiled.program.type("p.C$No")).isEmpty();
    assertThat(compiled.program.origin("no.Such")).isEqualTo(Origin.UNKNOWN);
    assertThat(compiled.notes).isEmpty();
  }

  @Test
  void sourceTextIsFoundByTheNameInFacts() {
    assertThat(compiled.method("p.C", "run").method().sourceFile()).isEqualTo("p/C.java");
    assertThat(compiled.program.sourceText("p/C.java").orElseThrow()).startsWith("package p;");
    assertThat(compiled.program.sourceText("p/No.java")).isEmpty();
  }

  @Test
  void brokenCodeDoesNotFail() {
    Compilation broken =
        Compilation.of(
            "class C { void m() { no.Such x = y.z(() -> w()); for (var a : q) {} new No() {}.f();"
                + " switch (k) { case 1 -> g(h); } int i = \"\"; } int n = u::v; Missing f(Gone g); }");
    broken.notes.clear();
    broken.program.programTypes().forEach(broken::dump);
    assertThat(broken.notes).isEmpty();
    assertThat(broken.program.programTypes()).contains("C");
  }

  @Test
  void codeOfLibrariesComesFromTheirClassFiles(@TempDir Path classes) throws Exception {
    Path source = classes.resolve("Helper.java");
    Files.writeString(
        source,
        "package lib; public class Helper {\n"
            + "  static class Inner { void wake(Thread t) { t.interrupt(); } }\n"
            + "  public void run() { new Thread(() -> run()).start(); new Object() { void f() {} }.f(); } }");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-d", classes.toString(), source.toString()))
        .isZero();
    Compilation user =
        Compilation.of(
            List.of("-classpath", classes.toString()), "class U { void m(lib.Helper h) { h.run(); } }");
    assertThat(user.program.origin("lib.Helper$Inner")).isEqualTo(Origin.LIBRARY);
    assertThat(user.code("lib.Helper", "run"))
        .contains("call virtual java.lang.Thread.start() on #1", "lib.Helper.run()#0 : void");
    assertThat(user.code("lib.Helper$Inner", "wake"))
        .contains("call virtual java.lang.Thread.interrupt() on p0");
    assertThat(user.program.type("lib.Helper$1").orElseThrow().superclass())
        .contains("java.lang.Object");
    assertThat(user.program.programTypes()).containsExactly("U");
    assertThat(user.notes).isEmpty();
  }
}
