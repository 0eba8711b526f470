package io.github.asynclint.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FactsValidatorTest {
  private static final MethodRef METHOD = new MethodRef("p.A", "run", List.of("int"), "void");
  private static final MethodRef NEXT = new MethodRef("p.A", "next", List.of("int"), "int");
  private static final Place HERE = new Place(1, List.of());

  private static MethodCode code(List<Region> regions, Event... events) {
    return new MethodCode(
        new Callable(
            CallableId.of(METHOD),
            "p.A",
            "p/A.java",
            1,
            List.of(new Variable("n", "int")),
            "void",
            Set.of(),
            List.of(),
            List.of(),
            new Body(List.of(events), regions)),
        List.of());
  }

  private static Event call(int id, Place place, Event.Sink sink, Value... arguments) {
    return new Event.Call(
        id,
        place,
        NEXT,
        Event.Dispatch.VIRTUAL,
        "p.A",
        Optional.of(Value.THIS),
        List.of(arguments),
        sink,
        "",
        Map.of(),
        Optional.empty());
  }

  @Test
  void soundFactsHaveNoProblem() {
    MethodCode code =
        code(
            List.of(new Region.Try(0), new Region.Finally(1, 0)),
            call(0, new Place(1, List.of(0)), Event.Sink.USED, new Value.Parameter(0)),
            call(1, new Place(2, List.of(1)), Event.Sink.STATEMENT, new Value.Result(0)));
    assertThat(FactsValidator.problems(code)).isEmpty();
  }

  @Test
  void brokenReferencesAreReported() {
    Value.Parameter one = new Value.Parameter(0);
    assertThat(FactsValidator.problems(code(List.of(), call(3, HERE, Event.Sink.USED, one))))
        .containsExactly("p.A.run(int): event 0 has the id 3");
    assertThat(problems(call(0, HERE, Event.Sink.USED)))
        .containsExactly("p.A.run(int): event 0 passes 0 arguments to p.A.next(int)");
    assertThat(problems(call(0, HERE, Event.Sink.USED, new Value.Parameter(1))))
        .singleElement().asString().contains("parameter 1");
    assertThat(problems(call(0, HERE, Event.Sink.USED, new Value.Result(4))))
        .singleElement().asString().contains("result of event 4");
    assertThat(problems(call(0, HERE, Event.Sink.USED, new Value.Captured("x"))))
        .singleElement().asString().contains("captured x");
    assertThat(problems(call(0, new Place(1, List.of(2)), Event.Sink.USED, one)))
        .singleElement().asString().contains("region 2");
    assertThat(problems(call(0, HERE, Event.Sink.VOID_LAMBDA, one)))
        .singleElement().asString().contains("outside of lambdas");
    assertThat(problems(new Event.Use(0, HERE, List.of(new Value.Caught(0)))))
        .singleElement().asString().contains("no catch");
    assertThat(FactsValidator.problems(code(List.of(new Region.Finally(0, 7)))))
        .containsExactly("p.A.run(int): region 0 belongs to region 7, which is no try");
  }

  @Test
  void aLambdaWithoutABodyIsReported() {
    Event function =
        new Event.FunctionObject(
            0,
            HERE,
            new Event.Code.LambdaBody(CallableId.of(METHOD).lambda(1)),
            "java.lang.Runnable",
            true,
            Map.of(),
            Optional.empty());
    assertThat(problems(function))
        .containsExactly(
            "p.A.run(int): event 0 makes p.A.run(int)#1 out of order",
            "p.A.run(int): event 0 makes p.A.run(int)#1, which has no body");
  }

  private static List<String> problems(Event event) {
    return FactsValidator.problems(code(List.of(), event));
  }
}
