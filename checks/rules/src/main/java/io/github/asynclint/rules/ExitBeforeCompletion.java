package io.github.asynclint.rules;

import com.google.auto.service.AutoService;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.MainMethods;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.AsyncRule;
import io.github.asynclint.engine.rule.Report;
import io.github.asynclint.engine.rule.Reporter;
import io.github.asynclint.engine.rule.Rule;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.runtime.KeptRunning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Does main start work on daemon threads and return, so that the program ends before the work does?
 *
 * <p>Silent unless every call of main is known neither to wait nor to leave something running.
 */
@AsyncRule(
    summary = "The program ends before the async work that main has started",
    tier = 2,
    section = AsyncRule.Section.RUNTIME)
@AutoService(Rule.class)
public final class ExitBeforeCompletion implements Rule {
  private static final String ADVICE = "wait for the result at the end of main (join, block)";

  @Override
  public void check(Subject subject, Reporter reporter) {
    BodyView body = subject.body();
    if (!MainMethods.include(body.callable())) {
      return;
    }
    Map<Event.Call, Crossings.Crossing> started = new LinkedHashMap<>();
    for (Event.FunctionObject function : subject.functions()) {
      Optional<Crossings.Crossing> crossing = subject.crossings().of(body, function);
      if (crossing.isPresent() && !crossing.get().far().context().daemon()) {
        return;
      }
      crossing
          .filter(found -> found.at().id().equals(body.id()))
          .flatMap(found -> start(subject, found.call()))
          .ifPresent(call -> started.putIfAbsent(call, crossing.get()));
    }
    for (Event event : body.events()) {
      if (event instanceof Event.Call call && KeptRunning.mayKeep(subject, body, call)) {
        return;
      }
    }
    started.forEach(
        (call, crossing) -> {
          String message =
              "main returns without waiting for what "
                  + call.target().name()
                  + " starts on "
                  + crossing.far().context().label()
                  + ", which ends with the program";
          reporter.report(Report.at(call, message, ADVICE).steps(crossing.far().why()));
        });
  }

  /** The call that starts the work of a chain: its first future, or the subscription. */
  private static Optional<Event.Call> start(Subject subject, Event.Call stage) {
    BodyView body = subject.body();
    Event.Call at = stage;
    if (subject.yields(stage) == TypeModel.Kind.PUBLISHER) {
      while (!subject.model(at).is(Role.SUBSCRIBES)) {
        Optional<Event.Call> below =
            body.usesOfResult(at).stream()
                .filter(use -> use.kind() == BodyView.UseKind.RECEIVER)
                .map(use -> (Event.Call) use.event())
                .findFirst();
        if (below.isEmpty()) {
          return Optional.empty();
        }
        at = below.get();
      }
      return Optional.of(at);
    }
    if (subject.model(at).is(Role.SUBSCRIBES)) {
      return Optional.of(at);
    }
    Optional<Event.Call> above = at.receiver().flatMap(body::call);
    while (above.isPresent() && subject.yields(above.get()).isFuture()) {
      at = above.get();
      above = at.receiver().flatMap(body::call);
    }
    return Optional.of(at);
  }
}
