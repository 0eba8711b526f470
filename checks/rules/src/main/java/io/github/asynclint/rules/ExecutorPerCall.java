package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.CallIndex;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;

/**
 * Does a method make an executor or client, with threads or connections of its own, each time it is called,
 * and never end it?
 *
 * <p>Silent when the thing leaves the method in any way, and in code that runs once.
 */
@AsyncRule(
    summary = "An executor or client is made for each call and never shut down",
    tier = 2,
    section = AsyncRule.Section.RUNTIME)
@AutoService(Rule.class)
public final class ExecutorPerCall implements Rule {
  private static final int MAX_CALLERS = 3;
  private static final String ADVICE =
      "make it once and keep it in a field, or close it before the method ends";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call call : subject.calls()) {
      if (subject.model(call).is(Role.MAKES_CLIENT)
          && !isSuperConstructor(call)
          && staysAndLives(subject, subject.body(), new Value.Result(call.id()))
          && !isSetUp(subject, subject.id().method(), MAX_CALLERS)) {
        String made =
            call.target().isConstructor()
                ? Names.simple(call.target().owner())
                : Names.simple(call.target().returnType());
        String message =
            "each call makes a new " + made + ", whose threads and connections nobody gives back";
        reporter.report(Report.at(call, message, ADVICE));
      }
    }
  }

  private static boolean isSuperConstructor(Event.Call call) {
    return call.target().isConstructor() && call.receiver().isPresent();
  }

  /** Whether the value is only worked with, in this body and its lambdas, and never ended. */
  private static boolean staysAndLives(Subject subject, BodyView body, Value value) {
    if (subject.resolution().gaps().inUses(body, value)) {
      return false;
    }
    for (BodyView.Use use : body.uses(value)) {
      boolean harmless =
          switch (use.kind()) {
            case RECEIVER -> isWorkedWith(subject, body, (Event.Call) use.event());
            case ARGUMENT -> isExecutorOf(subject, (Event.Call) use.event(), use.index());
            case CAPTURED -> use.event() instanceof Event.FunctionObject function
                && function.code() instanceof Event.Code.LambdaBody lambda
                && subject
                    .resolution()
                    .bodies()
                    .view(lambda.callable())
                    .filter(
                        inside -> staysAndLives(subject, inside, new Value.Captured(use.name())))
                    .isPresent();
            case LOOKED_AT -> true;
            default -> false;
          };
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  /** Whether the call neither ends its receiver nor yields it or something that keeps it for others. */
  private static boolean isWorkedWith(Subject subject, BodyView body, Event.Call call) {
    MethodModel model = subject.model(call);
    boolean mayEnd =
        model.is(Role.ENDS_CLIENT)
            || subject.resolution().gaps().inModel(call)
            || (call.target().returnsVoid() && call.target().parameters().isEmpty());
    return !mayEnd
        && (model.result() != MethodModel.ResultUse.RECEIVER
            || staysAndLives(subject, body, new Value.Result(call.id())));
  }

  /** Whether the call only runs its work there. */
  private static boolean isExecutorOf(Subject subject, Event.Call call, int argument) {
    MethodModel model = subject.model(call);
    ContextSpec executor = new ContextSpec.Argument(argument);
    return model.parameters().containsValue(executor)
        || model.switches().stream().anyMatch(each -> each.target().equals(executor));
  }

  /** Whether the method runs once: it, or all that call it, initializes something or is main. */
  private static boolean isSetUp(Subject subject, MethodRef method, int callers) {
    if (method.isConstructor()
        || method.isStaticInitializer()
        || (method.name().equals("main") && method.returnsVoid())) {
      return true;
    }
    if (callers == 0 || subject.resolution().gaps().inCallersOf(method)) {
      return subject.resolution().gaps().inCallersOf(method);
    }
    List<CallIndex.CallSite> sites = subject.resolution().callers(method);
    return !sites.isEmpty()
        && sites.stream()
            .allMatch(site -> isSetUp(subject, site.body().id().method(), callers - 1));
  }
}
