package io.github.asynclint.rules.executors;

import io.github.asynclint.engine.context.Names;
import io.github.asynclint.engine.context.Relation;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.finding.Step;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.MethodModel.Role;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.rule.Subject;
import java.util.Optional;

/** Is a function run by the threads that share the elements of a parallel stream? */
public final class ParallelStreams {
  private static final int MAX_STEPS = 20;

  /** A pipeline ends, upwards and downwards, where the calls yield something else. */
  private static final String STREAM = "java.util.stream.BaseStream";

  private final Subject subject;

  public ParallelStreams(Subject subject) {
    this.subject = subject;
  }

  /** The call that makes the stream parallel whose elements a body, or a callback around it, takes. */
  public Optional<Step> around(BodyView body) {
    BodyView at = body;
    for (int i = 0; i < MAX_STEPS && at.id().isLambda(); i++) {
      Optional<Event.FunctionObject> creation =
          subject.resolution().bodies().creation(at.id());
      Optional<BodyView> outer = subject.resolution().bodies().view(at.id().enclosing());
      if (creation.isEmpty() || outer.isEmpty()) {
        return Optional.empty();
      }
      Optional<Step> parallel = taking(outer.get(), creation.get());
      Relation relation = subject.contexts().ofFunction(outer.get().id(), creation.get());
      if (parallel.isPresent() || !(relation instanceof Relation.Inside)) {
        return parallel;
      }
      at = outer.get();
    }
    return Optional.empty();
  }

  /** The call that makes the stream parallel whose elements a function takes. */
  public Optional<Step> taking(BodyView body, Event.FunctionObject function) {
    return body.usesOfResult(function).stream()
        .filter(use -> use.kind() == BodyView.UseKind.ARGUMENT)
        .map(use -> (Event.Call) use.event())
        .filter(call -> subject.model(call).is(Role.ITERATES))
        .findFirst()
        .flatMap(call -> parallel(body, call));
  }

  /** The last word of the chain counts: parallel() and sequential() hold for all of it. */
  private Optional<Step> parallel(BodyView body, Event.Call stage) {
    Event.Call last = stage;
    for (int i = 0; i < MAX_STEPS; i++) {
      Event.Call at = last;
      if (subject.resolution().gaps().inUses(body, new Value.Result(at.id()))) {
        return Optional.empty();
      }
      Optional<Event.Call> below =
          body.usesOfResult(at).stream()
              .filter(use -> use.kind() == BodyView.UseKind.RECEIVER)
              .map(use -> (Event.Call) use.event())
              .findFirst();
      if (below.isEmpty() || !isStream(at)) {
        break;
      }
      last = below.get();
    }
    Optional<Event.Call> at =
        isStream(last) ? Optional.of(last) : last.receiver().flatMap(body::call);
    for (int i = 0; i < 2 * MAX_STEPS && at.filter(this::isStream).isPresent(); i++) {
      MethodModel model = subject.model(at.get());
      if (model.is(Role.SEQUENTIAL) || subject.resolution().gaps().inModel(at.get())) {
        return Optional.empty();
      }
      if (model.is(Role.PARALLEL)) {
        String text = "the common pool: elements of " + Names.method(at.get().target());
        String file = body.callable().sourceFile();
        return Optional.of(new Step(Step.Kind.RUNS_ON, text, file, at.get().place().line()));
      }
      Optional<Value> receiver = at.get().receiver();
      at = receiver.flatMap(body::call);
    }
    return Optional.empty();
  }

  private boolean isStream(Event.Call call) {
    return subject.resolution().hierarchy().isSubtype(call.target().resultType(), STREAM);
  }
}
