package io.github.asynclint.rules.waiting;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Does code ask another service, by a client that answers with a future? */
public final class Requests {
  private static final int MAX_HOPS = 3;

  private Requests() {}

  /** Whether a call is one of a library's client, or of a helper that makes one and takes no permit. */
  public static boolean isMade(Subject subject, BodyView body, Event.Call call) {
    return isMade(subject, body, call, MAX_HOPS);
  }

  private static boolean isMade(Subject subject, BodyView body, Event.Call call, int hops) {
    return call.receiver().isPresent()
        && !subject.kindOf(call.receiverType()).isAsync()
        && subject.yields(call).isFuture()
        && Started.byItself(subject, body, call)
        && (isLibrarys(subject, call.target())
            || subject
                .resolution()
                .target(body, call)
                .filter(target -> requests(subject, target, hops))
                .isPresent());
  }

  /** Whether a reference is to such a method. */
  public static boolean isMade(Subject subject, BodyView body, Event.Code.Reference reference) {
    MethodRef method = reference.method();
    return !subject.kindOf(method.owner()).isAsync()
        && subject.kindOf(method.returnType()).isFuture()
        && !subject.resolution().gaps().inType(method.owner())
        && (isLibrarys(subject, method)
                && reference.receiver().isPresent()
                && subject.resolution().model(reference).parameters().isEmpty()
            || subject
                .resolution()
                .target(body, reference)
                .filter(target -> requests(subject, target, MAX_HOPS))
                .isPresent());
  }

  private static boolean requests(Subject subject, MethodRef target, int hops) {
    Optional<BodyView> helper = subject.resolution().bodies().view(target);
    return hops > 0
        && helper.isPresent()
        && !subject.resolution().gaps().inBody(target)
        && helper.get().calls().stream()
            .noneMatch(each -> Started.isLimiter(subject, helper.get(), each))
        && helper.get().calls().stream()
            .anyMatch(each -> isMade(subject, helper.get(), each, hops - 1));
  }

  private static boolean isLibrarys(Subject subject, MethodRef method) {
    Program.Origin origin = subject.resolution().program().origin(method.owner());
    return origin == Program.Origin.LIBRARY || origin == Program.Origin.PLATFORM;
  }
}
