package io.github.asynclint.rules.state;

import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.RunsOn;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.resolve.Located;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Which captured resources belong to the thread or the request that handed the callback over? */
public final class BoundResources {
  private final Subject subject;

  public BoundResources(Subject subject) {
    this.subject = subject;
  }

  /**
   * The type of the value if it is a resource of the near side which the callback may not use.
   *
   * @param value as the body of the callback, or of the method reference, says it
   */
  public Optional<String> lentOut(BodyView body, Value value, Crossings.Crossing crossing) {
    Located variable =
        subject.resolution().origins().variable(new Located(body.id(), value));
    Optional<String> type = subject.resolution().origins().staticType(variable);
    boolean local =
        variable.value() instanceof Value.Parameter || variable.value() instanceof Value.Result;
    if (type.isEmpty() || !local || crossing.inside(variable.body()) || isElsewhere(crossing)) {
      return Optional.empty();
    }
    boolean lent =
        switch (subject.kindOf(type.get())) {
          case THREAD_BOUND -> isLent(variable, crossing);
          case REQUEST_BOUND -> isOutlived(variable, crossing);
          default -> false;
        };
    return lent ? type : Optional.empty();
  }

  /** Whether nothing tells that the callback runs on another thread. */
  private boolean isElsewhere(Crossings.Crossing crossing) {
    TypeModel.Kind receiver = subject.kindOf(crossing.call().receiverType());
    return subject.crossings().isAwaited(crossing)
        || crossing.far().isHidden()
        || !(crossing.far().isKnown()
            || receiver == TypeModel.Kind.EXECUTOR
            || receiver.isFuture());
  }

  /**
   * Whether the near side, or its caller, goes on to use the resource. One that is obtained here and only
   * used behind the crossing is handed over; one that is closed here is closed too early, which is another
   * pitfall.
   */
  private boolean isLent(Located variable, Crossings.Crossing crossing) {
    Optional<BodyView> owner = subject.resolution().bodies().view(variable.body());
    if (owner.isEmpty() || isClosed(crossing.near().id(), variable)) {
      return false;
    }
    if (variable.value() instanceof Value.Parameter) {
      return true;
    }
    boolean usedAfterwards =
        owner.get().uses(variable.value()).stream()
            .anyMatch(
                use ->
                    use.event().id() > crossing.start().id()
                        && (use.kind() == BodyView.UseKind.RECEIVER
                            || use.kind() == BodyView.UseKind.ARGUMENT));
    return usedAfterwards || subject.crossings().isMultiple(crossing, variable.body());
  }

  /** Whether the request may be over: its method neither yields the async result nor keeps it open. */
  private boolean isOutlived(Located variable, Crossings.Crossing crossing) {
    CallableId near = crossing.near().id();
    String returned = near.method().returnType();
    return variable.value() instanceof Value.Parameter
        && !variable.body().isLambda()
        && (near.method().returnsVoid() || returned.startsWith("java.lang."))
        && bodiesOfMethod(near).stream().noneMatch(this::keepsRequestOpen);
  }

  private boolean keepsRequestOpen(BodyView body) {
    return body.events().stream()
        .anyMatch(
            event ->
                event instanceof Event.Call call
                    && (subject.model(call).is(Role.CARRIES_THREAD_CONTEXT)
                        || subject.resolution().gaps().inModel(call)));
  }

  /** Whether any code of the method closes the resource. */
  private boolean isClosed(CallableId near, Located variable) {
    for (BodyView body : bodiesOfMethod(near)) {
      for (Event event : body.events()) {
        if (event instanceof Event.Call call
            && call.target().name().equals("close")
            && call.receiver().isPresent()
            && (Gaps.inValue(call.receiver().get())
                || variable.equals(
                    subject
                        .resolution()
                        .origins()
                        .variable(new Located(body.id(), call.receiver().get()))))) {
          return true;
        }
        if (event instanceof Event.FunctionObject function
            && function.code() instanceof Event.Code.Reference reference
            && reference.method().name().equals("close")) {
          return true;
        }
      }
    }
    return subject.resolution().gaps().inBodiesOf(near.method().owner());
  }

  private List<BodyView> bodiesOfMethod(CallableId id) {
    return subject.resolution().bodies().ofType(id.method().owner()).stream()
        .filter(body -> body.id().method().equals(id.method()))
        .toList();
  }

  /** Whether the thread of the far side is one that work is handed to, and not known to be the same. */
  public static boolean isHandedOver(RunsOn far) {
    return far.isKnown() && !far.mustNotBlock();
  }
}
