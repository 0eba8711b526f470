package io.github.asynclint.rules.resources;

import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.effect.Effect;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.EffectModel;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.Map;
import java.util.Set;

/** Which async calls inside a try use its resource, and are not waited for before the try ends? */
public final class AsyncUses {
  private static final int MAX_STEPS = 20;
  private static final Set<String> FOR_OTHERS = Set.of("wait", "queue");

  private final Subject subject;
  private final BodyView body;
  private final Value resource;
  private final int tryId;

  public AsyncUses(Subject subject, Value resource, int tryId) {
    this.subject = subject;
    this.body = subject.body();
    this.resource = resource;
    this.tryId = tryId;
  }

  /** Whether the call starts or describes work that uses the resource after the end of the try. */
  public boolean outlives(Event.Call call) {
    return isInTry(call)
        && !Gaps.inValue(resource)
        && subject.yields(call).isAsync()
        && !body.isInCatch(call)
        && !subject.model(call).is(Role.YIELDS_COMPLETE)
        && !subject.resolution().gaps().inModel(call)
        && usesResource(call)
        && !waitsInside(call)
        && !isAwaitedInTry(call)
        && leaves(call)
        // Last, since it builds the facts of the whole program.
        && !subject.resolution().gaps().inBodies();
  }

  private boolean isInTry(Event event) {
    return body.regions(event).stream()
        .anyMatch(region -> region instanceof Region.Try && region.id() == tryId);
  }

  private boolean usesResource(Event.Call call) {
    if (call.receiver().filter(this::isReceiverOfResource).isPresent()) {
      // A timer or a scope that wraps what somebody else has started.
      return call.arguments().stream().noneMatch(this::isAsync);
    }
    return call.arguments().stream().anyMatch(argument -> isGiven(call, argument));
  }

  private boolean isReceiverOfResource(Value value) {
    if (value.equals(resource)) {
      return true;
    }
    // connection.async().get(key): a part of the resource does the work.
    return body.call(value)
        .filter(part -> part.arguments().isEmpty())
        .filter(part -> !subject.yields(part).isAsync())
        .filter(part -> part.receiver().filter(resource::equals).isPresent())
        .isPresent();
  }

  private boolean isAsync(Value value) {
    return Gaps.inValue(value)
        || subject
            .resolution()
            .origins()
            .staticType(new Located(body.id(), value))
            .filter(
                type ->
                    subject.kindOf(type).isAsync() || subject.resolution().gaps().inType(type))
            .isPresent();
  }

  private boolean isGiven(Event.Call call, Value argument) {
    if (argument.equals(resource)) {
      return true;
    }
    if (body.function(argument).isPresent()) {
      return isCapturedAcross(body.function(argument).get());
    }
    // What wraps the resource to be read later, or is itself open as long as the resource is.
    return body.call(argument)
        .filter(
            made ->
                subject.yields(made) == TypeModel.Kind.HOT_SOURCE
                    || subject.yields(made) == TypeModel.Kind.PUBLISHER
                    || isCloseable(made.target().resultType()))
        .filter(
            made ->
                made.arguments().contains(resource)
                    || made.receiver().filter(resource::equals).isPresent())
        .isPresent();
  }

  private boolean isCloseable(String type) {
    return subject.resolution().hierarchy().isSubtype(type, "java.lang.AutoCloseable");
  }

  private boolean isCapturedAcross(Event.FunctionObject function) {
    boolean captured =
        function.captures().containsValue(resource)
            || function.code() instanceof Event.Code.Reference reference
                && reference.receiver().filter(resource::equals).isPresent();
    return captured
        && subject.contexts().ofFunction(body.id(), function) instanceof Relation.Crosses crosses
        && !crosses.runsOn().isHidden();
  }

  /** Whether the helper that the call runs waits, or may, before it returns what is done by then. */
  private boolean waitsInside(Event.Call call) {
    return subject
        .resolution()
        .target(body, call)
        .filter(
            target ->
                waits(subject.effects().summary(CallableId.of(target)))
                    || isPartlyUnknown(target)
                        && subject.effects().mayHave(target, EffectModel.Kind.WAITS))
        .isPresent();
  }

  private boolean isPartlyUnknown(MethodRef helper) {
    return subject
        .resolution()
        .bodies()
        .view(helper)
        .filter(view -> !view.uses(Value.UNKNOWN).isEmpty())
        .isPresent();
  }

  /** Whether anything after the call, and before the end of the try, may wait for other threads. */
  private boolean isAwaitedInTry(Event.Call call) {
    return body.events().stream()
        .filter(event -> event.id() > call.id() && isInTry(event))
        .anyMatch(this::mayWait);
  }

  private boolean mayWait(Event event) {
    if (event instanceof Event.Call call) {
      return subject.resolution().gaps().inModel(call)
          || waits(subject.model(call))
          || waits(subject.effects().ofCall(body, call));
    }
    return event instanceof Event.FunctionObject function
        && function.code() instanceof Event.Code.Reference reference
        && (waits(subject.resolution().model(reference))
            || waits(subject.effects().ofReference(body, function, reference)));
  }

  private static boolean waits(MethodModel model) {
    return model
        .effect()
        .filter(
            effect ->
                effect.kind() == EffectModel.Kind.WAITS || FOR_OTHERS.contains(effect.what()))
        .isPresent();
  }

  private static boolean waits(Map<EffectModel.Kind, Effect> effects) {
    Effect blocks = effects.get(EffectModel.Kind.BLOCKS);
    return effects.containsKey(EffectModel.Kind.WAITS)
        || blocks != null && FOR_OTHERS.contains(blocks.what());
  }

  /** Whether what the call yields, or the last stage of its chain, is returned or dropped. */
  private boolean leaves(Event.Call call) {
    Event.Call at = call;
    for (int i = 0; i < MAX_STEPS; i++) {
      Value result = new Value.Result(at.id());
      if (subject.resolution().gaps().inUses(body, result)) {
        return false;
      }
      Event.Call next = null;
      for (BodyView.Use use : body.uses(result)) {
        switch (use.kind()) {
          case RETURNED -> {
            return true;
          }
          case RECEIVER, ARGUMENT -> {
            MethodModel model = subject.model((Event.Call) use.event());
            boolean stage =
                use.kind() == BodyView.UseKind.RECEIVER
                    ? model.is(Role.OPERATOR)
                    : model.is(Role.COMPLETES_AFTER_ALL);
            if (!stage) {
              return isWaitAfter((Event.Call) use.event());
            }
            next = (Event.Call) use.event();
          }
          case WRITTEN -> {
            next = takesAll((Event.Write) use.event());
            if (next == null) {
              return false;
            }
          }
          case LOOKED_AT -> {
            // Asking whether it is there does not keep it.
          }
          default -> {
            return false;
          }
        }
      }
      if (next == null) {
        return at.sink() != Event.Sink.USED;
      }
      at = next;
    }
    return false;
  }

  /** The call that completes after all futures of the array that one is written to; or null. */
  private Event.Call takesAll(Event.Write write) {
    return write.target() instanceof Value.Element element
        ? body.uses(element.array()).stream()
            .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
            .map(use -> (Event.Call) use.event())
            .filter(call -> subject.model(call).is(Role.COMPLETES_AFTER_ALL))
            .findFirst()
            .orElse(null)
        : null;
  }

  /** Whether it is waited for when the try is over: too late. */
  private boolean isWaitAfter(Event.Call call) {
    return !isInTry(call)
        && subject.effects().ofCall(body, call).containsKey(EffectModel.Kind.WAITS);
  }
}
