package io.github.asynclint.rules.results;

import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.ContextSpec;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Gaps;
import io.github.asynclint.engine.rule.Subject;
import java.util.List;
import java.util.Optional;

/** Which chain of a publisher does a body of code belong to: as a callback, or as what builds it? */
public final class SurroundingChain {
  private final Subject subject;

  public SurroundingChain(Subject subject) {
    this.subject = subject;
  }

  /**
   * What the body stands in, in words: {@code the callback of doOnNext}. Callbacks that no operator could
   * replace are left out: those that run when a chain has ended or is given up, and those that feed a
   * sink.
   */
  public Optional<String> around() {
    CallableId at = subject.id();
    while (at.isLambda()) {
      CallableId lambda = at;
      Optional<BodyView> outer = subject.resolution().bodies().view(lambda.enclosing());
      Optional<Event.FunctionObject> creation = subject.resolution().bodies().creation(lambda);
      if (outer.isEmpty() || creation.isEmpty()) {
        return Optional.empty();
      }
      Optional<Event.Call> operator = operator(outer.get(), creation.get());
      if (operator.isPresent()) {
        return Optional.of("the callback of " + operator.get().target().name());
      }
      Relation relation = subject.contexts().ofFunction(lambda.enclosing(), creation.get());
      if (!relation.equals(new Relation.Inside(lambda.enclosing()))) {
        return Optional.empty();
      }
      at = lambda.enclosing();
    }
    return buildsChain(at)
        ? Optional.of("the publisher that " + at.method().name() + " returns")
        : Optional.empty();
  }

  /** Whether the body may stand in a chain that {@link #around} does not see for want of facts. */
  public boolean isHidden() {
    CallableId at = subject.id();
    while (at.isLambda()) {
      Optional<BodyView> outer = subject.resolution().bodies().view(at.enclosing());
      Optional<Event.FunctionObject> creation = subject.resolution().bodies().creation(at);
      if (outer.isEmpty()
          || creation.isEmpty()
          || subject.resolution().gaps().inUses(outer.get(), new Value.Result(creation.get().id()))
          || outer.get().usesOfResult(creation.get()).stream().anyMatch(this::isHidden)) {
        return true;
      }
      at = at.enclosing();
    }
    String type = at.method().returnType();
    return subject.resolution().gaps().inType(type)
        || (subject.kindOf(type) == TypeModel.Kind.PUBLISHER
            && subject
                .resolution()
                .bodies()
                .view(at)
                .filter(view -> view.returned().stream().noneMatch(Gaps::inValue))
                .isEmpty());
  }

  private boolean isHidden(BodyView.Use use) {
    return use.event() instanceof Event.Call call
        && subject.resolution().gaps().inModel(call);
  }

  /** The operator or subscription of a publisher whose callback the function object is. */
  private Optional<Event.Call> operator(BodyView outer, Event.FunctionObject function) {
    List<BodyView.Use> uses = outer.usesOfResult(function);
    if (uses.size() != 1 || uses.get(0).kind() != BodyView.UseKind.ARGUMENT) {
      return Optional.empty();
    }
    Event.Call call = (Event.Call) uses.get(0).event();
    MethodModel model = subject.model(call);
    ContextSpec thread = model.parameters().get(uses.get(0).index());
    boolean runsInside =
        thread != null
            && thread != ContextSpec.Relative.ANY
            && thread != ContextSpec.Relative.CALLER
            && !model.is(Role.RUNS_ON_FAILURE);
    boolean ofChain =
        model.is(Role.SUBSCRIBES)
            || (model.is(Role.OPERATOR)
                && (subject.kindOf(call.receiverType()) == TypeModel.Kind.PUBLISHER
                    || subject.yields(call) == TypeModel.Kind.PUBLISHER));
    return runsInside
            && ofChain
            && call.receiver().isPresent()
            && !subject.resolution().gaps().inModel(call)
        ? Optional.of(call)
        : Optional.empty();
  }

  private boolean buildsChain(CallableId id) {
    Optional<BodyView> view = subject.resolution().bodies().view(id);
    return view.isPresent()
        && subject.kindOf(id.method().returnType()) == TypeModel.Kind.PUBLISHER
        && view.get().returned().stream()
            .allMatch(value -> !Gaps.inValue(value) && !isFed(view.get(), value));
  }

  /** Whether others emit what the publisher does: a sink, a field, something given. */
  private boolean isFed(BodyView view, Value value) {
    Optional<Event.Call> at = view.call(value);
    while (at.isPresent()
        && subject.model(at.get()).is(Role.OPERATOR)
        && at.get().receiver().isPresent()) {
      at = at.get().receiver().flatMap(view::call);
    }
    return at.isEmpty()
        || subject.kindOf(at.get().target().resultType()) == TypeModel.Kind.HOT_SOURCE
        || subject.kindOf(at.get().receiverType()) == TypeModel.Kind.HOT_SOURCE;
  }
}
