package io.github.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.Span;
import org.junit.jupiter.api.Test;

/** The points of the normal form of facts, one small source each. */
class NormalFormTest {
  private static String lines(Compilation compiled, String method) {
    assertThat(compiled.notes).isEmpty();
    String text = compiled.code("C", method);
    return text.substring(text.indexOf('\n') + 1);
  }

  private static String body(String members) {
    return lines(Compilation.of("class C {\n" + members + "\n}"), "m");
  }

  @Test
  void varargsAreAnArrayThatIsWrittenBeforeTheCall() {
    assertThat(body("static String f() { return \"\"; } void m() { String.format(\"a\", f(), 1); }"))
        .isEqualTo(
            """
              0 L2 array java.lang.Object
              1 L2 call static C.f()
              2 L2 write #0[] = #1
              3 L2 write #0[] = 1
              4 L2 call static java.lang.String.format(java.lang.String,java.lang.Object[]) with ("a", #0) STATEMENT
            """);
  }

  @Test
  void forEachCallsTheIteratorAsCompiled() {
    assertThat(body("void m(java.util.List<Runnable> tasks) { for (Runnable t : tasks) t.run(); }"))
        .isEqualTo(
            """
              r0 loop
              r1 if #1
              0 L2 call virtual java.util.List.iterator() on p0
              1 L2 in [0] call virtual java.util.Iterator.hasNext() on #0
              2 L2 in [0] use (#1)
              3 L2 in [0, 1] call virtual java.util.Iterator.next() on #0 local t
              4 L2 in [0, 1] call virtual java.lang.Runnable.run() on #3
            """);
  }

  @Test
  void forEachOverAnArrayIsItsElements() {
    assertThat(body("void m(Runnable[] tasks) { for (Runnable t : tasks) t.run(); }"))
        .isEqualTo(
            """
              r0 loop
              0 L2 in [0] call virtual java.lang.Runnable.run() on p0[]
            """);
  }

  @Test
  void resourcesAreClosedInAFinallyRegion() {
    assertThat(
            body(
                "java.io.Reader open() { return null; }\n"
                    + "void m() throws Exception {\n"
                    + "  try (java.io.Reader r = open()) {\n"
                    + "    r.read();\n"
                    + "  }\n"
                    + "}"))
        .isEqualTo(
            """
              r0 try
              r1 finally of r0
              0 L4 call virtual C.open() on this local r
              1 L5 in [0] call virtual java.io.Reader.read() on #0 STATEMENT
              2 L4 in [1] call virtual java.io.Reader.close() on #0
            """);
  }

  @Test
  void anEmptyHandlerIsStillAFact() {
    assertThat(
            body("void f() throws Exception {} void m() { try { f(); } catch (Exception e) {} }"))
        .contains("r0 try", "r1 catch of r0 [java.lang.Exception]");
  }

  @Test
  void afterAnEarlyExitTheRestHasTheOppositeCondition() {
    assertThat(body("void f() {} void m(String s) { if (s != null) return; f(); }"))
        .isEqualTo(
            """
              r0 unless ==(p0, null)
              r1 if ==(p0, null)
              0 L2 use (p0)
              1 L2 in [0] return
              2 L2 in [1] call virtual C.f() on this
            """);
  }

  @Test
  void shortCircuitOperatorsNest() {
    assertThat(
            body(
                "boolean a() { return true; } boolean b() { return true; } void f() {}\n"
                    + "void m() { if (a() && !b()) f(); f(); }"))
        .isEqualTo(
            """
              r0 if #0
              r1 unless #2
              0 L3 call virtual C.a() on this
              1 L3 use (#0)
              2 L3 in [0] call virtual C.b() on this
              3 L3 in [0] use (#2)
              4 L3 in [0, 1] call virtual C.f() on this
              5 L3 call virtual C.f() on this
            """);
  }

  @Test
  void switchArmsAreBranchesOfTheSelector() {
    assertThat(
            body("void f() {} void m(int i) { switch (i) { case 1: f(); break; default: f(); } }"))
        .isEqualTo(
            """
              r0 if p0
              r1 if p0
              0 L2 use (p0)
              1 L2 in [0] call virtual C.f() on this
              2 L2 in [1] call virtual C.f() on this
            """);
  }

  @Test
  void boxingAndNullCheckStatementsAreTransparent() {
    assertThat(
            body(
                "int m(Integer i) { java.util.Objects.requireNonNull(i);"
                    + " return Integer.valueOf(i.intValue()); }"))
        .isEqualTo("  0 L2 return p0\n");
  }

  @Test
  void concatenationIsOneOperation() {
    assertThat(body("String m(String a, int b) { return \"x\" + 1 + a + (\"y\" + b) + \"\"; }"))
        .isEqualTo("  0 L2 return +(\"x1\", p0, \"y\", p1)\n");
  }

  @Test
  void localsStandForWhatMayReachThem() {
    assertThat(
            body(
                "String f() { return \"\"; }\n"
                    + "String m(boolean b) { String s = null; if (b) { s = f(); } return s; }"))
        .endsWith("return {#1 | null}\n");
    assertThat(body("String f() { return \"\"; } String m() { String s = null; s = f(); return s; }"))
        .endsWith("return #0\n");
  }

  @Test
  void valuesCarriedAroundALoopReachItsHead() {
    assertThat(
            body(
                "C next; C f() { return this; }\n"
                    + "C m() { C c = null; while (true) { if (c == next) return c; c = f(); } }"))
        .contains("return {#3 | null}");
  }

  @Test
  void sinksTellWhatIsDropped() {
    assertThat(
            body(
                "int f() { return 1; }\n"
                    + "void m() { f(); int unused = f(); Runnable r = () -> f(); r.run(); }"))
        .contains(
            "0 L3 call virtual C.f() on this STATEMENT\n",
            "1 L3 call virtual C.f() on this UNUSED_LOCAL local unused\n",
            "0 L3 call virtual C.f() on this VOID_LAMBDA\n");
  }

  @Test
  void lambdasInLambdasCaptureByName() {
    assertThat(
            body(
                "void m(String s) { Runnable r = () -> { Runnable q = () -> s.trim(); q.run(); };"
                    + " r.run(); }"))
        .contains(
            "0 L2 function C.m(java.lang.String)#0 as java.lang.Runnable void captures {s=p0}\n",
            "0 L2 function C.m(java.lang.String)#0.0 as java.lang.Runnable void captures {s=^s}\n",
            "C.m(java.lang.String)#0.0 : void captures (java.lang.String s)\n"
                + "  0 L2 call virtual java.lang.String.trim() on ^s VOID_LAMBDA\n");
  }

  @Test
  void anonymousClassesCaptureAtTheirCreation() {
    Compilation compiled =
        Compilation.of(
            "class C { void m(String s) { new Thread() { public void run() { s.trim(); } }.start(); } }");
    assertThat(lines(compiled, "m")).contains("call constructor C$1.<init>() captures {s=p0}");
    assertThat(compiled.code("C$1", "run")).contains("java.lang.String.trim() on ^s STATEMENT");
  }

  @Test
  void methodReferencesKeepTheirBoundReceiver() {
    assertThat(body("Runnable m(Thread t) { Runnable r = this::m2; return t::start; } void m2() {}"))
        .isEqualTo(
            """
              0 L2 function C.m2() on this as java.lang.Runnable void
              1 L2 function java.lang.Thread.start() on p0 as java.lang.Runnable void
              2 L2 return #1
            """);
  }

  @Test
  void constructorsRunInitializersAfterSuper() {
    Compilation compiled =
        Compilation.of(
            "class C extends Thread { int n = f(); static int f() { return 1; }\n"
                + " { n = 2; } C(int a) { n = a; } C() { this(3); } }");
    assertThat(compiled.dump("C"))
        .contains(
            """
            C.<init>(int) : void
              0 L2 call constructor java.lang.Thread.<init>() on this
              1 L1 call static C.f()
              2 L1 write C.n@this = #1
              3 L2 write C.n@this = 2
              4 L2 write C.n@this = p0
            C.<init>() : void
              0 L2 call constructor C.<init>(int) on this with (3)
            """);
  }

  @Test
  void recordsWriteTheirComponents() {
    Compilation compiled = Compilation.of("record C(int a) { C { a = a + 1; } }", "record D(int a) {}");
    assertThat(compiled.dump("C")).isEqualTo("C.<init>(int) : void\n  0 L1 write C.a@this = +(p0, 1)\n");
    assertThat(compiled.dump("D")).isEqualTo("D.<init>(int) : void\n  0 L1 write D.a@this = p0\n");
    assertThat(compiled.program.type("D").orElseThrow().methods())
        .extracting(method -> method.ref().name())
        .contains("<init>", "a");
  }

  @Test
  void methodsOfObjectAndOfOuterInstances() {
    Compilation compiled =
        Compilation.of(
            "class C { int n; class Inner { int m() { return n + hashCode() + C.this.hashCode(); } } }");
    assertThat(compiled.code("C$Inner", "m"))
        .contains(
            "read C.n@outer C\n",
            "call virtual java.lang.Object.hashCode() on this\n",
            "call virtual java.lang.Object.hashCode() on outer C\n");
  }

  @Test
  void spansAreRangesOfTheText() {
    String source = "class C { void m(String s) { s.trim()\n .concat(s); new C(); } }";
    Compilation compiled = Compilation.of(source);
    MethodCode code = compiled.method("C", "m");
    Event.Call concat = (Event.Call) code.method().body().events().get(1);
    assertThat(concat.place().line()).isEqualTo(2);
    assertThat(text(source, concat.spans().orElseThrow().expression()))
        .isEqualTo("s.trim()\n .concat(s)");
    assertThat(text(source, concat.spans().orElseThrow().name())).isEqualTo("concat");
    assertThat(text(source, concat.spans().orElseThrow().receiver().orElseThrow()))
        .isEqualTo("s.trim()");
    assertThat(text(source, concat.spans().orElseThrow().statement().orElseThrow())).endsWith(";");
    Event.Call created = (Event.Call) code.method().body().events().get(2);
    assertThat(text(source, created.spans().orElseThrow().name())).isEqualTo("new");
  }

  private static String text(String source, Span span) {
    return source.substring(span.start(), span.end());
  }
}
