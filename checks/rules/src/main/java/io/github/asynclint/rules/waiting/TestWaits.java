package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.context.Crossings.Crossing;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.program.TestMethods;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** May a test wait for the work that it has started, whatever it is called and wherever it does? */
public final class TestWaits {
  private final Subject subject;

  public TestWaits(Subject subject) {
    this.subject = subject;
  }

  /**
   * Whether the crossing is taken by a test method that waits for nothing. A method that is given
   * something of a library, such as a context to complete, is waited for by the test's runner.
   */
  public boolean areMissing(Crossing crossing) {
    MethodRef method = subject.id().method();
    Optional<TypeFacts.Method> declared = subject.resolution().hierarchy().declaration(method);
    return declared.filter(TestMethods::include).isPresent()
        && method.returnsVoid()
        && method.parameters().stream().noneMatch(this::mayBeWaitedFor)
        && subject.resolution().bodies().ofMethod(method).stream()
            .filter(body -> !crossing.inside(body.id()))
            .noneMatch(this::mayWait);
  }

  private boolean mayBeWaitedFor(String type) {
    return type.contains(".")
        && subject.resolution().program().origin(type) != Program.Origin.PLATFORM;
  }

  private boolean mayWait(BodyView body) {
    return body.events().stream()
        .anyMatch(
            event ->
                (event instanceof Event.Call call && mayWait(body, call))
                    || (event instanceof Event.FunctionObject function
                        && function.code() instanceof Event.Code.Reference reference
                        && mayWait(subject.resolution().model(reference), reference.method())));
  }

  private boolean mayWait(BodyView body, Event.Call call) {
    MethodModel model = subject.model(call);
    if (model.effect().isPresent() || subject.resolution().gaps().inModel(call)) {
      return true;
    }
    return model.isNone()
        ? mayWait(model, call.target())
            || !subject.effects().ofCall(body, call).isEmpty()
            || givesAway(body, call)
        : false;
  }

  /** Whether nothing is known of the method, and it yields no future that could be waited for instead. */
  private boolean mayWait(MethodModel model, MethodRef method) {
    Program.Origin origin = subject.resolution().program().origin(method.owner());
    boolean known =
        origin == Program.Origin.PLATFORM
            || subject.resolution().models().covers(method.owner())
            || subject.kindOf(method.resultType()).isAsync()
            || method.isConstructor()
            || subject.resolution().bodies().view(method).isPresent();
    return model.effect().isPresent() || !known;
  }

  /** Whether somebody out of sight gets hold of an async result: a helper that awaits what it is given. */
  private boolean givesAway(BodyView body, Event.Call call) {
    List<Value> arguments = call.arguments();
    return arguments.stream()
        .anyMatch(
            argument ->
                Gaps.inValue(argument)
                    || body.call(argument)
                        .filter(each -> subject.yields(each).isAsync())
                        .isPresent());
  }
}
