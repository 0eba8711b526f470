package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import io.github.asynclint.rules.results.KeptResults;
import java.util.Optional;
import java.util.regex.Pattern;

/** Does a call start async work of its own, and what does its name say of the order it wants? */
public final class Started {
  private static final Pattern LIFECYCLE =
      Pattern.compile(
          "(start|stop|open|close|connect|disconnect|shutdown|init|initialize|bind|listen|deploy|"
              + "undeploy|begin|commit|rollback|lock|unlock|acquire|release|await|wait|join|login|"
              + "authenticate|register|unregister|subscribe|migrate|drop|truncate|flush|refresh|"
              + "reset|clear|rewind|seek|ready|warmUp|barrier|sync)([A-Z].*)?");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(save|store|put|set|add|insert|create|update|upsert|delete|remove|write|append|send|"
              + "post|publish|emit|submit|execute|exec|run|apply|reserve|pay|charge|cancel|mark|"
              + "ack|next|poll|take|receive|read|move|copy|rename|increment|decrement|merge|patch|"
              + "invoke|process|handle|transfer|book|confirm|place|notify|record|log|"
              + "request)([A-Z].*)?");
  private static final Pattern ACCESSOR = Pattern.compile("(when|on)[A-Z].*|.*(Future|Promise)");
  private static final Pattern LIMITER = Pattern.compile("(?i).*(limit|throttl|semaphore|bulkhead).*");

  private Started() {}

  /** Whether the call starts work, rather than fetching or combining what others have started. */
  public static boolean byItself(Subject subject, BodyView body, Event.Call start) {
    MethodModel model = subject.model(start);
    return subject.kindOf(start.target().returnType()).isAsync()
        && !start.target().isConstructor()
        && !model.is(Role.COMPLETES_AFTER_ALL)
        && !model.is(Role.YIELDS_COMPLETE)
        && !ACCESSOR.matcher(start.target().name()).matches()
        && !subject.resolution().gaps().inOwnMethod(start)
        && !new KeptResults(subject).isKept(body, start);
  }

  /** Whether the call opens, closes or prepares something that later calls may need. */
  static boolean isLifecycle(Event.Call start) {
    return LIFECYCLE.matcher(start.target().name()).matches();
  }

  /** Whether the call changes something or takes the next of something, so that order may matter. */
  static boolean isChange(Event.Call start) {
    return CHANGE.matcher(start.target().name()).matches();
  }

  /** Whether the call limits how fast work is started. */
  public static boolean isLimiter(Subject subject, BodyView body, Event.Call call) {
    return subject.model(call).is(Role.ACQUIRES_PERMIT)
        || LIMITER.matcher(call.receiverType()).matches()
        || LIMITER.matcher(call.target().name()).matches()
        || subject
            .effects()
            .ofCall(body, call)
            .containsKey(io.github.asynclint.engine.model.EffectModel.Kind.BLOCKS);
  }

  /** The object at the start of a chain of calls: {@code db} of {@code db.users().find(id)}. */
  static Optional<Value> root(BodyView body, Event.Call call) {
    Optional<Value> at = call.receiver();
    while (at.isPresent()) {
      Optional<Event.Call> above = body.call(at.get());
      if (above.isEmpty() || above.get().receiver().isEmpty()) {
        return at;
      }
      at = above.get().receiver();
    }
    return at;
  }

  static boolean onOneReceiver(BodyView body, Event.Call one, Event.Call other) {
    Optional<Value> first = root(body, one);
    return first.isPresent()
        ? first.equals(root(body, other))
        : root(body, other).isEmpty() && one.target().owner().equals(other.target().owner());
  }
}
