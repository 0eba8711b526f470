package io.github.asynclint.rules.blocking;

import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Is there an async method that does what a call does, so that the call is likely to wait for it? */
public final class TwinCalls {
  private static final int MAX_HELPERS = 4;

  /** What is so named tells something at hand, unless it is known to wait. */
  private static final Pattern ACCESSOR =
      Pattern.compile("(get|is|has)[A-Z].*|size|length|count|isEmpty|name|toString|hashCode");

  private final Subject subject;

  public TwinCalls(Subject subject) {
    this.subject = subject;
  }

  /** The twin that the type offers to code like the one under check. */
  public Optional<TypeFacts.Method> offered(MethodRef method, String receiverType) {
    return subject
        .resolution()
        .asyncTwins()
        .of(method, receiverType)
        .filter(twin -> subject.kindOf(method.resultType()) == TypeModel.Kind.NONE)
        .filter(twin -> !subject.resolution().gaps().inType(method.resultType()))
        .filter(twin -> !isFluent(method, receiverType))
        .filter(this::isAccessible)
        .filter(twin -> !isOwn(twin.ref()));
  }

  /** Whether the call is likely to wait, and its twin to do better. */
  public boolean isWorse(Event.Call call, TypeFacts.Method twin) {
    return !subject.resolution().gaps().inModel(call)
        && !subject.resolution().gaps().inReceiver(subject.body(), call)
        && !subject.effects().isInDeadBranch(subject.body(), call)
        && !isHarmless(call)
        && !onlyWraps(call.target(), twin);
  }

  /** As {@link #isWorse(Event.Call, TypeFacts.Method)}, of a method reference of the body. */
  public boolean isWorse(
      Event.FunctionObject function, Event.Code.Reference reference, TypeFacts.Method twin) {
    MethodRef method = reference.method();
    if (subject.resolution().gaps().inType(method.owner())
        || reference.receiver().filter(Gaps::inValue).isPresent()
        || subject.effects().isInDeadBranch(subject.body(), function)
        || onlyWraps(method, twin)) {
      return false;
    }
    List<MethodRef> bodies =
        subject.resolution().target(subject.body(), reference).stream().toList();
    return waits(subject.effects().ofReference(subject.body(), function, reference))
        || !isHarmless(method, subject.resolution().model(reference), bodies, MAX_HELPERS);
  }

  private static boolean waits(Map<EffectModel.Kind, Effect> effects) {
    return effects.keySet().stream().anyMatch(kind -> kind != EffectModel.Kind.BURNS_CPU);
  }

  /** A method that yields its receiver, or the like of it, adds something to it: builders, requests. */
  private boolean isFluent(MethodRef method, String receiverType) {
    return method.returnType().equals(receiverType)
        || subject.resolution().hierarchy().isSubtype(method.returnType(), method.owner());
  }

  private boolean isAccessible(TypeFacts.Method twin) {
    return twin.modifiers().contains(Modifier.PUBLIC)
        || packageOf(twin.ref().owner()).equals(packageOf(subject.body().callable().type()));
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** Whether the code under check belongs to the twin's own family, which knows both of them. */
  private boolean isOwn(MethodRef twin) {
    String type = subject.body().callable().type();
    return topLevel(type).equals(topLevel(twin.owner()))
        || subject.resolution().hierarchy().isSubtype(topLevel(type), twin.owner())
        || subject.resolution().hierarchy().isSubtype(type, twin.owner());
  }

  private static String topLevel(String type) {
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** Whether the twin does nothing but hand the synchronous method to some thread. */
  private boolean onlyWraps(MethodRef method, TypeFacts.Method twin) {
    if (!twin.modifiers().contains(Modifier.ABSTRACT)) {
      return wraps(twin.ref(), method);
    }
    List<MethodRef> bodies =
        subject.resolution().hierarchy().programSubtypes(twin.ref().owner()).stream()
            .flatMap(type -> subject.resolution().program().type(type).stream())
            .flatMap(type -> type.methods().stream())
            .filter(each -> !each.modifiers().contains(Modifier.ABSTRACT))
            .map(TypeFacts.Method::ref)
            .filter(each -> each.sameSignature(twin.ref()))
            .toList();
    return !bodies.isEmpty() && bodies.stream().allMatch(each -> wraps(each, method));
  }

  private boolean wraps(MethodRef twin, MethodRef method) {
    List<BodyView> bodies = subject.resolution().bodies().ofMethod(twin);
    if (bodies.isEmpty()) {
      return subject.resolution().program().origin(twin.owner()) != Program.Origin.PLATFORM;
    }
    return bodies.stream()
        .flatMap(body -> body.events().stream())
        .anyMatch(
            event ->
                event instanceof Event.Call call && call.target().sameSignature(method)
                    || event instanceof Event.FunctionObject function
                        && function.code() instanceof Event.Code.Reference reference
                        && reference.method().sameSignature(method));
  }

  private boolean isHarmless(Event.Call call) {
    return !waits(subject.effects().ofCall(subject.body(), call))
        && (call.target().parameters().isEmpty()
                && ACCESSOR.matcher(call.target().name()).matches()
            || isHarmless(
                call.target(),
                subject.model(call),
                subject.resolution().candidates(subject.body(), call),
                MAX_HELPERS));
  }

  /** Whether all that the call may run is in sight, and nothing of it can wait. */
  private boolean isHarmless(
      MethodRef method, MethodModel model, List<MethodRef> bodies, int helpers) {
    if (model.safe()
        || subject.resolution().models().covers(method.owner())
        || subject.resolution().program().origin(method.owner()) == Program.Origin.PLATFORM) {
      return model.effect().isEmpty();
    }
    return helpers > 0
        && !bodies.isEmpty()
        && bodies.stream().allMatch(each -> isHarmless(each, helpers - 1));
  }

  private boolean isHarmless(MethodRef body, int helpers) {
    List<BodyView> views = subject.resolution().bodies().ofMethod(body);
    return views.isEmpty()
        ? subject.resolution().gaps().inBody(body)
        : views.stream()
            .flatMap(view -> view.events().stream().map(event -> isHarmless(view, event, helpers)))
            .allMatch(harmless -> harmless);
  }

  private boolean isHarmless(BodyView view, Event event, int helpers) {
    if (event instanceof Event.Call call) {
      return isHarmless(
          call.target(),
          subject.model(call),
          subject.resolution().candidates(view, call),
          helpers);
    }
    return !(event instanceof Event.FunctionObject function)
        || !(function.code() instanceof Event.Code.Reference reference)
        || isHarmless(
            reference.method(),
            subject.resolution().model(reference),
            subject.resolution().target(view, reference).stream().toList(),
            helpers);
  }
}
