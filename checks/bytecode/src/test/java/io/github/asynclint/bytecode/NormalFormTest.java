package io.github.asynclint.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NormalFormTest {
  @TempDir private Path folder;

  private Compiled compiled(String members) throws IOException {
    return Compiled.of(folder, "class A { int f(int n) { return n; } Object lock; " + members + "}");
  }

  @Test
  void finallyBlocksStandOnce() throws IOException {
    String source = "int m() { try { return f(1); } catch (RuntimeException e) { f(2); return 0; }"
        + " finally { f(3); } }";
    try (Compiled code = compiled(source)) {
      assertThat(code.facts("A", "m"))
          .containsSubsequence("  r0 try", "  r1 catch of r0 [java.lang.RuntimeException]",
              "  r2 finally of r0")
          .filteredOn(line -> line.contains("p.A.f(int) on this with (3)"))
          .singleElement().asString().contains("in [2]").endsWith("STATEMENT");
    }
  }

  @Test
  void resourcesAreClosedOnce() throws IOException {
    String source = "void m(java.io.InputStream in) throws java.io.IOException {"
        + " try (in) { in.read(); } }";
    try (Compiled code = compiled(source)) {
      assertThat(code.events("A", "m"))
          .containsExactly("call virtual java.io.InputStream.read() on p0 STATEMENT",
              "call virtual java.io.InputStream.close() on p0");
    }
  }

  @Test
  void monitorsAreRegionsAndTheirHandlersAreNot() throws IOException {
    try (Compiled code = compiled("int m() { synchronized (lock) { return f(1); } }")) {
      assertThat(code.facts("A", "m"))
          .contains("  r0 lock p.A.lock@this")
          .anyMatch(line -> line.contains("in [0] return #1"))
          .noneMatch(line -> line.contains("throw") || line.contains("r1"));
    }
  }

  @Test
  void earlyExitsGuardTheRest() throws IOException {
    try (Compiled code = compiled("int m(String s) { if (s == null) return 0; return f(1); }")) {
      assertThat(code.facts("A", "m"))
          .contains("  r0 if ==(p0, null)", "  r1 unless ==(p0, null)")
          .anyMatch(line -> line.contains("in [1] call virtual p.A.f(int)"));
    }
  }

  @Test
  void switchesOverStringsAndEnumsShowTheSelectorOnly() throws IOException {
    String source = "enum E { X, Y } void m(String s, E e) { switch (s) { case \"a\": f(1); break;"
        + " case \"b\": f(2); break; } switch (e) { case X: f(3); break; default: f(4); } }";
    try (Compiled code = compiled(source)) {
      assertThat(code.events("A", "m"))
          .containsExactly("use (p0)", "call virtual p.A.f(int) on this with (1) STATEMENT",
              "call virtual p.A.f(int) on this with (2) STATEMENT", "use (p1)",
              "call virtual p.A.f(int) on this with (3) STATEMENT",
              "call virtual p.A.f(int) on this with (4) STATEMENT");
    }
  }

  @Test
  void lambdasAndLocalClassesCaptureByName() throws IOException {
    String source = "Runnable m(String a, String b) { new Object() { void g() { a.trim();"
        + " b.trim(); } }; return () -> a.concat(b); }";
    try (Compiled code = compiled(source)) {
      assertThat(code.facts("A", "m"))
          .anyMatch(line -> line.contains("A$1.<init>() captures {a=p0, b=p1} STATEMENT"))
          .anyMatch(line -> line.contains("java.lang.Runnable void captures {a=p0, b=p1}"))
          .anyMatch(line -> line.endsWith("concat(java.lang.String) on ^a with (^b) VOID_LAMBDA"));
      assertThat(code.events("A$1", "g"))
          .containsExactly("call virtual java.lang.String.trim() on ^a STATEMENT",
              "call virtual java.lang.String.trim() on ^b STATEMENT");
    }
  }

  @Test
  void concatenationBoxingAndVarargs() throws IOException {
    String source = "String m(int n) { Integer box = n; return String.format(\"x\" + f(box), n); }";
    try (Compiled code = compiled(source)) {
      assertThat(code.events("A", "m"))
          .containsExactly("call virtual p.A.f(int) on this with (p0)", "array java.lang.Object",
              "write #1[] = p0",
              "call static java.lang.String.format(java.lang.String,java.lang.Object[])"
                  + " with (+(\"x\", #0), #1)",
              "return #3");
    }
  }

  @Test
  void longChainsOfArithmeticStayBounded() throws IOException {
    String source = "long m(long x) { " + "x ^= x << 13; x += x * 31;".repeat(200) + " return x; }";
    try (Compiled code = compiled(source)) {
      assertThat(code.events("A", "m"))
          .singleElement().asString().startsWith("return +(").hasSizeLessThan(2_000);
      assertThat(code.notes()).isEmpty();
    }
  }

  @Test
  void unusedLocalsAreNamed() throws IOException {
    try (Compiled code = compiled("void m() { int unused = f(1); int used = f(2); f(used); }")) {
      assertThat(code.events("A", "m"))
          .containsExactly("call virtual p.A.f(int) on this with (1) UNUSED_LOCAL local unused",
              "call virtual p.A.f(int) on this with (2) local used",
              "call virtual p.A.f(int) on this with (#1) STATEMENT");
    }
  }
}
