package io.github.asynclint.rules.results;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;

/** Can the work that a call is given not fail? */
public final class HarmlessWork {
  private HarmlessWork() {}

  /** Whether the work that the call is given catches whatever it may throw: no failure to look at. */
  public static boolean cannotFail(Subject subject, Event.Call call) {
    List<BodyView> work = new ArrayList<>();
    for (Value argument : call.arguments()) {
      Callbacks.lambdaBody(subject, subject.body(), argument).ifPresent(work::add);
    }
    if (call.dispatch() == Event.Dispatch.STATIC
        && call.arguments().stream().anyMatch(Gaps::inValue)) {
      return true;
    }
    return call.dispatch() == Event.Dispatch.STATIC
        && !work.isEmpty()
        && work.stream().allMatch(HarmlessWork::catchesEverything);
  }

  /** Whether all that the call is given are lambdas that call nothing and throw nothing. */
  public static boolean areTrivial(Subject subject, BodyView body, Event.Call call) {
    return !call.arguments().isEmpty()
        && call.arguments().stream()
            .filter(argument -> !Gaps.inValue(argument))
            .map(argument -> Callbacks.lambdaBody(subject, body, argument))
            .allMatch(
                lambda ->
                    lambda.isPresent()
                        && lambda.get().events().stream()
                            .noneMatch(
                                event ->
                                    event instanceof Event.Call || event instanceof Event.Throw));
  }

  private static boolean catchesEverything(BodyView body) {
    return body.events().stream()
        .filter(event -> event instanceof Event.Call || event instanceof Event.Throw)
        .allMatch(
            event ->
                body.regions(event).stream()
                    .anyMatch(
                        region ->
                            region instanceof Region.Catch
                                || (region instanceof Region.Try protectedBlock
                                    && isCaughtWhole(body, protectedBlock.id()))));
  }

  private static boolean isCaughtWhole(BodyView body, int tryId) {
    return body.callable().body().regions().stream()
        .anyMatch(
            region ->
                region instanceof Region.Catch caught
                    && caught.tryId() == tryId
                    && (caught.types().contains("java.lang.Exception")
                        || caught.types().contains("java.lang.Throwable")));
  }
}
