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
  private static final int DEPTH = 1;

  private HarmlessWork() {}

  /**
   * Whether the tasks that the call is given catch whatever they may throw: no failure to look at. A
   * callback that is given something is no task: it may be told of a failure that is not its own.
   */
  public static boolean cannotFail(Subject subject, BodyView body, Event.Call call) {
    List<BodyView> work = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      if (takesTask(subject, call, i)
          && (Gaps.inValue(argument) || isUnread(subject, body, argument))) {
        return true;
      }
      Callbacks.body(subject, body, argument)
          .filter(each -> each.callable().parameters().isEmpty())
          .ifPresent(work::add);
    }
    return !work.isEmpty()
        && work.stream().allMatch(each -> catchesEverything(subject, each, DEPTH));
  }

  private static boolean takesTask(Subject subject, Event.Call call, int parameter) {
    return subject
        .resolution()
        .hierarchy()
        .functionalMethod(call.target().parameters().get(parameter))
        .filter(method -> method.parameters().isEmpty())
        .isPresent();
  }

  /** Whether the value is an object of the program whose code cannot be read. */
  private static boolean isUnread(Subject subject, BodyView body, Value value) {
    return body.call(value)
        .filter(made -> made.target().isConstructor())
        .filter(made -> subject.resolution().gaps().inBodiesOf(made.target().owner()))
        .isPresent();
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

  private static boolean catchesEverything(Subject subject, BodyView body, int depth) {
    return body.events().stream()
        .filter(event -> event instanceof Event.Call || event instanceof Event.Throw)
        .allMatch(
            event ->
                isCaught(body, event)
                    || event instanceof Event.Call call
                        && depth > 0
                        && catchesInside(subject, body, call, depth));
  }

  private static boolean isCaught(BodyView body, Event event) {
    return body.regions(event).stream()
        .anyMatch(
            region ->
                region instanceof Region.Catch
                    || (region instanceof Region.Try protectedBlock
                        && isCaughtWhole(body, protectedBlock.id())));
  }

  /** Whether the helper that the call runs catches everything, or may, for want of its body. */
  private static boolean catchesInside(
      Subject subject, BodyView body, Event.Call call, int depth) {
    return subject.resolution().gaps().inReceiver(body, call)
        || subject
            .resolution()
            .target(body, call)
            .filter(
                helper ->
                    subject.resolution().gaps().inBody(helper)
                        || subject
                            .resolution()
                            .bodies()
                            .view(helper)
                            .filter(view -> catchesEverything(subject, view, depth - 1))
                            .isPresent())
            .isPresent();
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
