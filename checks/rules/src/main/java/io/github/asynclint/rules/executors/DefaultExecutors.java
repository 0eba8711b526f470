package io.github.asynclint.rules.executors;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Hierarchy;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Has a stage an executor of its own for what depends on it and names none? A subclass can give it one,
 * and hands that on to the stages that are made from it.
 */
public final class DefaultExecutors {
  private static final int MAX_STEPS = 12;

  private final Subject subject;

  public DefaultExecutors(Subject subject) {
    this.subject = subject;
  }

  /** What is known of a stage's default, the more restrictive answer last. */
  public enum Default {
    /** The one of the platform: it is seen where the stage is made. */
    PLATFORM,
    /** The one of the platform, unless the stage comes from a subclass that nobody sees here. */
    PROBABLY_PLATFORM,
    /** Facts are missing. */
    UNKNOWN,
    OWN
  }

  /** The default of a stage. */
  public Default of(BodyView body, Value stage) {
    return of(body, stage, MAX_STEPS);
  }

  private Default of(BodyView body, Value stage, int steps) {
    if (steps == 0) {
      return Default.UNKNOWN;
    }
    Default worst = Default.PLATFORM;
    for (Value each : BodyView.alternatives(stage)) {
      worst = worse(worst, ofOne(body, each, steps));
    }
    return worst;
  }

  private Default ofOne(BodyView body, Value stage, int steps) {
    if (subject.resolution().gaps().inOrigin(body, stage)) {
      return Default.UNKNOWN;
    }
    Located origin = subject.resolution().origins().origin(new Located(body.id(), stage));
    Optional<BodyView> there = subject.resolution().bodies().view(origin.body());
    Default byType =
        subject.resolution().origins().staticType(origin).map(this::ofType).orElse(Default.UNKNOWN);
    Optional<Event.Call> made = there.flatMap(view -> view.call(origin.value()));
    if (byType != Default.PROBABLY_PLATFORM || made.isEmpty()) {
      return byType;
    }
    return made(there.get(), made.get(), steps);
  }

  private Default made(BodyView body, Event.Call call, int steps) {
    MethodModel model = subject.model(call);
    if (call.target().isConstructor()) {
      return Default.PLATFORM;
    }
    boolean sameChain =
        model.is(Role.OPERATOR) || model.result() == MethodModel.ResultUse.RECEIVER;
    if (sameChain && call.receiver().isPresent()) {
      return of(body, call.receiver().get(), steps - 1);
    }
    if (subject.resolution().gaps().inBody(call.target())) {
      return Default.UNKNOWN;
    }
    Optional<BodyView> helper =
        subject.resolution().target(body, call).flatMap(subject.resolution().bodies()::view);
    if (helper.isEmpty()) {
      boolean isFactory = call.dispatch() == Event.Dispatch.STATIC && !model.isNone();
      return isFactory ? Default.PLATFORM : Default.PROBABLY_PLATFORM;
    }
    Default worst = Default.PROBABLY_PLATFORM;
    for (Value each : helper.get().returned()) {
      worst = worse(worst, of(helper.get(), each, steps - 1));
    }
    return worst;
  }

  private Default ofType(String type) {
    Hierarchy hierarchy = subject.resolution().hierarchy();
    List<String> types = hierarchy.selfAndSupertypes(type);
    boolean overrides =
        types.stream()
            .flatMap(each -> subject.resolution().program().type(each).stream())
            .flatMap(facts -> facts.methods().stream())
            .map(TypeFacts.Method::ref)
            .anyMatch(method -> isDefault(method) && !hierarchy.overridden(method).isEmpty());
    if (overrides) {
      return Default.OWN;
    }
    return hierarchy.isComplete(type) ? Default.PROBABLY_PLATFORM : Default.UNKNOWN;
  }

  private boolean isDefault(MethodRef method) {
    return subject
        .resolution()
        .models()
        .method(method, method.owner())
        .is(Role.GIVES_DEFAULT_EXECUTOR);
  }

  private static Default worse(Default one, Default other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
