package io.github.asynclint.engine.rule;

import io.github.asynclint.engine.context.Contexts;
import io.github.asynclint.engine.context.Crossings;
import io.github.asynclint.engine.context.Reach;
import io.github.asynclint.engine.effect.Effects;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.TypeModel;
import io.github.asynclint.engine.resolve.BodyView;
import io.github.asynclint.engine.resolve.Resolution;
import java.util.List;

/** One body of code under check, with everything a rule may ask about it. */
public record Subject(
    BodyView body,
    Resolution resolution,
    Contexts contexts,
    Crossings crossings,
    Effects effects,
    Reach reach,
    boolean isTest) {

  public CallableId id() {
    return body.id();
  }

  /** The calls of the body, in order of evaluation. */
  public List<Event.Call> calls() {
    return body.calls();
  }

  /** The lambdas and method references that the body creates. */
  public List<Event.FunctionObject> functions() {
    return body.functions();
  }

  public MethodModel model(Event.Call call) {
    return resolution.model(call);
  }

  /** The async nature of what a call yields. */
  public TypeModel.Kind yields(Event.Call call) {
    return resolution.models().type(call.target().resultType()).kind();
  }

  public TypeModel.Kind kindOf(String type) {
    return resolution.models().type(type).kind();
  }
}
