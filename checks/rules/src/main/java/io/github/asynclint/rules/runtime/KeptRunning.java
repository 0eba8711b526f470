package io.github.asynclint.rules.runtime;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does a call wait, or start what keeps the program running, as far as anybody can tell? */
public final class KeptRunning {
  private static final int MAX_HELPERS = 4;

  private KeptRunning() {}

  /** Whether the call of that body may do so; yes where it is not known. */
  public static boolean mayKeep(Subject subject, BodyView body, Event.Call call) {
    return mayKeepRunning(subject, body, call, MAX_HELPERS);
  }

  private static boolean mayKeepRunning(
      Subject subject, BodyView body, Event.Call call, int helpers) {
    MethodModel model = subject.model(call);
    boolean waits =
        subject.effects().ofCall(body, call).keySet().stream()
            .anyMatch(kind -> kind != EffectModel.Kind.BURNS_CPU);
    if (waits
        || model.effect().isPresent()
        || model.is(Role.KEEPS_ALIVE)
        || model.is(Role.MAKES_CLIENT) && !subject.yields(call).equals(TypeModel.Kind.NONE)
        || declaresToWait(subject, call)
        || subject.resolution().gaps().inModel(call)) {
      return true;
    }
    return switch (subject.resolution().program().origin(call.target().owner())) {
      case PLATFORM -> false;
      case LIBRARY -> !isKnown(subject, call, model);
      case PROGRAM -> helperMayKeepRunning(subject, body, call, helpers);
      case UNKNOWN -> true;
    };
  }

  /** What reads from the terminal, accepts connections or waits for threads declares one of these. */
  private static boolean declaresToWait(Subject subject, Event.Call call) {
    return subject
        .resolution()
        .hierarchy()
        .declaration(call.target())
        .filter(
            declared ->
                declared.thrown().contains("java.io.IOException")
                    || declared.thrown().contains("java.lang.InterruptedException"))
        .isPresent();
  }

  /** Whether the models know the call as one that does nothing by itself. */
  private static boolean isKnown(Subject subject, Event.Call call, MethodModel model) {
    return subject.resolution().models().covers(call.target().owner())
        && !model.isNone()
        && !subject.yields(call).isFuture();
  }

  private static boolean helperMayKeepRunning(
      Subject subject, BodyView body, Event.Call call, int helpers) {
    Optional<MethodRef> target = subject.resolution().target(body, call);
    if (target.isEmpty() || helpers == 0) {
      return true;
    }
    List<BodyView> bodies = new ArrayList<>();
    subject.resolution().bodies().ofType(target.get().owner()).stream()
        .filter(each -> each.id().method().equals(target.get()))
        .forEach(bodies::add);
    if (bodies.isEmpty()) {
      return !call.target().isConstructor();
    }
    for (BodyView each : bodies) {
      for (Event event : each.events()) {
        if (event instanceof Event.Call inner
            && mayKeepRunning(subject, each, inner, helpers - 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
