package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.Certainty;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Is a future or publisher put into a text, a log line, JSON or a comparison, where its outcome is meant?
 *
 * <p>Only what a call in the same body yields: who logs a future that he was given, or has kept, may want
 * to see the object.
 */
@AsyncRule(
    summary = "A future or publisher is used as if it were its value",
    tier = 2,
    likelyTier = 3,
    section = AsyncRule.Section.UNAWAITED_RESULTS)
@AutoService(Rule.class)
public final class FutureUsedAsValue implements Rule {
  private static final String ADVICE =
      "go on in the chain, where the outcome is (thenAccept, map, onSuccess)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    for (Event.Call made : subject.calls()) {
      TypeModel.Kind kind = subject.yields(made);
      if ((kind == TypeModel.Kind.FUTURE || kind == TypeModel.Kind.PUBLISHER)
          && !made.target().isConstructor()
          && !subject.resolution().gaps().inModel(made)) {
        List<BodyView.Use> uses = subject.body().usesOfResult(made);
        uses.stream()
            .filter(use -> isAsValue(subject, new Value.Result(made.id()), use))
            .findFirst()
            .ifPresent(use -> reporter.report(report(subject, made, use, uses.size())));
      }
    }
  }

  private static boolean isAsValue(Subject subject, Value made, BodyView.Use use) {
    return switch (use.kind()) {
      case ARGUMENT -> takesAsValue(subject, (Event.Call) use.event())
          || isComparison((Event.Call) use.event()) && !isAsync(subject, (Event.Call) use.event());
      case RECEIVER -> isComparison((Event.Call) use.event())
          && comparesValue(subject, (Event.Call) use.event());
      case WRITTEN -> variableArguments(subject, use).isPresent();
      case LOOKED_AT -> isConcatenation(made, use.event());
      default -> false;
    };
  }

  /** The call that takes the array of its variable arguments which the value is written into. */
  private static Optional<Event> variableArguments(Subject subject, BodyView.Use use) {
    return use.event() instanceof Event.Write write
            && write.target() instanceof Value.Element element
        ? subject.body().uses(element.array()).stream()
            .filter(each -> each.kind() == BodyView.UseKind.ARGUMENT)
            .map(BodyView.Use::event)
            .filter(event -> takesAsValue(subject, (Event.Call) event))
            .findFirst()
        : Optional.empty();
  }

  private static boolean takesAsValue(Subject subject, Event.Call call) {
    return subject.model(call).is(Role.USES_AS_VALUE)
        && !subject.resolution().gaps().inModel(call);
  }

  private static boolean isComparison(Event.Call call) {
    return call.target().name().equals("equals")
        && call.target().parameters().equals(List.of("java.lang.Object"));
  }

  /** Whether the receiver is async, too: two futures are compared as the objects that they are. */
  private static boolean isAsync(Subject subject, Event.Call comparison) {
    return !isOther(comparison.receiverType()) || subject.kindOf(comparison.receiverType()).isAsync();
  }

  private static boolean comparesValue(Subject subject, Event.Call comparison) {
    Value other = comparison.arguments().get(0);
    return other instanceof Value.Constant constant && !constant.isNull()
        || subject
            .body()
            .call(other)
            .map(call -> call.target().resultType())
            .filter(type -> isOther(type) && !subject.kindOf(type).isAsync())
            .isPresent();
  }

  /** Whether values of the type are surely no futures. */
  private static boolean isOther(String type) {
    return type.equals("java.lang.String")
        || type.equals("java.lang.Integer")
        || type.equals("java.lang.Long")
        || type.equals("java.lang.Boolean");
  }

  private static boolean isConcatenation(Value made, Event event) {
    List<Value> values =
        event instanceof Event.Call call
            ? call.arguments()
            : event instanceof Event.Return returned
                ? returned.value().stream().toList()
                : event instanceof Event.Write write ? List.of(write.value()) : List.of();
    return values.stream()
        .flatMap(value -> BodyView.alternatives(value).stream())
        .anyMatch(value -> value instanceof Value.Operation operation && isText(made, operation));
  }

  private static boolean isText(Value made, Value.Operation operation) {
    return operation.operator().equals("+")
        && operation.operands().contains(made)
        && operation.operands().stream()
            .anyMatch(each -> each instanceof Value.Constant text && text.text().startsWith("\""));
  }

  /** What is used besides may be shown on purpose, as the object that it is. */
  private static Report report(
      Subject subject, Event.Call made, BodyView.Use use, int uses) {
    boolean usedBesides =
        uses > 1
            || subject.resolution().gaps().inUses(subject.body(), new Value.Result(made.id()));
    String what = subject.yields(made) == TypeModel.Kind.PUBLISHER ? "publisher" : "future";
    String message =
        "what " + made.target().name() + " yields is a " + what + ", not its value: this shows the object";
    return Report.at(variableArguments(subject, use).orElse(use.event()), message, ADVICE)
        .certainty(usedBesides ? Certainty.LIKELY : Certainty.DEFINITE);
  }
}
