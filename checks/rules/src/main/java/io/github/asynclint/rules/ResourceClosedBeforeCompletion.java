package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.blocking.ContextEffects;
import io.github.asynclint.rules.resources.AsyncUses;
import java.util.List;
import java.util.Optional;

/** Is a resource closed at the end of a try while async work that uses it is still under way? */
@AsyncRule(
    summary = "A resource is closed while async work still uses it",
    tier = 1,
    section = AsyncRule.Section.CONTRACTS)
@AutoService(Rule.class)
public final class ResourceClosedBeforeCompletion implements Rule {
  private static final String ADVICE =
      "close it when the work is done: whenComplete((r, t) -> resource.close()), Mono.usingWhen, or"
          + " wait inside the try where waiting is allowed";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call close : subject.calls()) {
      closedTry(subject, close)
          .ifPresent(tryId -> check(subject, reporter, close, close.receiver().get(), tryId));
    }
    for (Event.FunctionObject function : subject.functions()) {
      if (isResourceFunction(subject, subject.body(), function)
          && function.code() instanceof Event.Code.Reference reference
          && subject.resolution().model(reference).is(Role.YIELDS_COMPLETE)) {
        reporter.report(emitted(function));
      }
    }
    emittedByLambda(subject).ifPresent(call -> reporter.report(emitted(call)));
  }

  private static void check(
      Subject subject, Reporter reporter, Event.Call close, Value resource, int tryId) {
    AsyncUses uses = new AsyncUses(subject, resource, tryId);
    for (Event.Call call : subject.calls()) {
      if (call.id() < close.id() && uses.outlives(call)) {
        String message =
            ContextEffects.called(call.target())
                + " is not done when the try closes the resource that it uses";
        reporter.report(
            Report.at(call, message, ADVICE)
                .step(
                    new Step(
                        Step.Kind.RELATED,
                        "closed at the end of this try",
                        subject.body().callable().sourceFile(),
                        close.place().line())));
      }
    }
  }

  /** The try at whose end the call closes its receiver, whatever happens. */
  private static Optional<Integer> closedTry(Subject subject, Event.Call call) {
    List<Region> regions = subject.body().regions(call);
    boolean closes =
        call.target().name().equals("close")
            && call.receiver().isPresent()
            && subject
                .resolution()
                .hierarchy()
                .isSubtype(call.receiverType(), "java.lang.AutoCloseable");
    for (int i = regions.size() - 1; closes && i >= 0; i--) {
      if (regions.get(i) instanceof Region.Finally end) {
        return waits(subject, call) ? Optional.empty() : Optional.of(end.tryId());
      }
      if (!isNullCheck(regions.get(i), call.receiver().get())
          && !(regions.get(i) instanceof Region.Try)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isNullCheck(Region region, Value resource) {
    return region instanceof Region.Branch branch
        && branch
            .condition()
            .equals(
                new Value.Operation(
                    branch.outcome() ? "!=" : "==", List.of(resource, Value.NULL)));
  }

  /** Whether closing itself waits for the work: executors do, and what is written to do so. */
  private static boolean waits(Subject subject, Event.Call close) {
    var effects = subject.effects().ofCall(subject.body(), close);
    return effects.containsKey(EffectModel.Kind.WAITS)
        || effects.containsKey(EffectModel.Kind.BLOCKS)
            && effects.get(EffectModel.Kind.BLOCKS).what().equals("wait")
        || subject.resolution().gaps().inModel(close);
  }

  /** {@code Mono.using(open, Mono::just, close)}: what is emitted is closed before anybody has it. */
  private static boolean isResourceFunction(
      Subject subject, BodyView body, Event.FunctionObject function) {
    return body.usesOfResult(function).stream()
        .anyMatch(
            use ->
                use.kind() == BodyView.UseKind.ARGUMENT
                    && use.index() == 1
                    && subject
                        .model((Event.Call) use.event())
                        .is(Role.CLOSES_BEFORE_EMITTING));
  }

  private static Optional<Event.Call> emittedByLambda(Subject subject) {
    if (!subject.id().isLambda()) {
      return Optional.empty();
    }
    Optional<BodyView> around =
        subject.resolution().bodies().view(subject.id().enclosing());
    boolean resource =
        subject
            .resolution()
            .bodies()
            .creation(subject.id())
            .filter(each -> around.isPresent())
            .filter(each -> isResourceFunction(subject, around.get(), each))
            .isPresent();
    return resource
        ? subject.calls().stream()
            .filter(call -> subject.model(call).is(Role.YIELDS_COMPLETE))
            .filter(call -> call.arguments().contains(new Value.Parameter(0)))
            .filter(call -> subject.body().returned().contains(new Value.Result(call.id())))
            .findFirst()
        : Optional.empty();
  }

  private static Report emitted(Event event) {
    return Report.at(event, "the resource is closed before anybody gets it", ADVICE);
  }
}
