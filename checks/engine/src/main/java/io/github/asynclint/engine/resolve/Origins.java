package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.model.MethodModel;
import io.github.asynclint.engine.model.Models;
import io.github.asynclint.engine.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where does a value come from, across bodies? Follows captured variables to the enclosing body, fields
 * that are written once to what is written, and calls that yield their argument unchanged.
 */
public final class Origins {
  private static final int MAX_STEPS = 12;

  private final Program program;
  private final Bodies bodies;
  private final CallIndex index;
  private final Models models;

  public Origins(Program program, Bodies bodies, CallIndex index, Models models) {
    this.program = program;
    this.bodies = bodies;
    this.index = index;
    this.models = models;
  }

  /** The value at its origin; itself where nothing more is known. */
  public Located origin(Located start) {
    Located at = start;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<Located> next = step(at);
      if (next.isEmpty() || next.get().equals(at)) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  /**
   * The variable that a value stands for, without following what was assigned to it: captured variables
   * are followed outwards only. Two uses of one object in different bodies have the same answer.
   */
  public Located variable(Located start) {
    Located at = start;
    for (int step = 0; step < MAX_STEPS && at.value() instanceof Value.Captured; step++) {
      Optional<Located> next = step(at);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private Optional<Located> step(Located at) {
    if (at.value() instanceof Value.Captured captured) {
      return captured(at.body(), captured.name());
    }
    if (at.value() instanceof Value.FieldValue field) {
      return onlyWrite(field.field());
    }
    if (at.value() instanceof Value.Result) {
      return bodies.view(at.body()).flatMap(view -> view.call(at.value()))
          .filter(call -> model(call).is(MethodModel.Role.SAME))
          .flatMap(
              call ->
                  call.receiver().isPresent() || call.arguments().isEmpty()
                      ? call.receiver()
                      : Optional.of(call.arguments().get(0)))
          .map(value -> new Located(at.body(), value));
    }
    return Optional.empty();
  }

  private Optional<Located> captured(CallableId body, String name) {
    if (body.isLambda()) {
      Optional<Located> outside =
          bodies
              .creation(body)
              .flatMap(function -> Optional.ofNullable(function.captures().get(name)))
              .map(value -> new Located(body.enclosing(), value));
      if (outside.isPresent()) {
        return outside;
      }
    }
    return index.creations(body.method().owner()).stream()
        .filter(site -> site.call().captures().containsKey(name))
        .map(site -> new Located(site.body().id(), site.call().captures().get(name)))
        .findFirst();
  }

  /** What is written to a field that is written once, if nobody else can write it. */
  public Optional<Located> onlyWrite(FieldRef field) {
    Optional<TypeFacts.Field> declared =
        program.type(field.owner()).stream()
            .flatMap(facts -> facts.fields().stream())
            .filter(each -> each.ref().name().equals(field.name()))
            .findFirst();
    if (declared.isEmpty() || program.origin(field.owner()) != Program.Origin.PROGRAM) {
      return Optional.empty();
    }
    Set<Modifier> modifiers = declared.get().modifiers();
    if (!modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    List<CallIndex.WriteSite> writes = index.writes(field);
    // Initializers stand in every constructor: the same expression, once per constructor.
    if (writes.isEmpty() || writes.stream().map(site -> site.write().place().line()).distinct().count() > 1) {
      return Optional.empty();
    }
    CallIndex.WriteSite site = writes.get(0);
    return site.write().compound()
        ? Optional.empty()
        : Optional.of(new Located(site.body().id(), site.write().value()));
  }

  /** The call that yields the value at its origin. */
  public Optional<Event.Call> originCall(Located start) {
    Located at = origin(start);
    return bodies.view(at.body()).flatMap(view -> view.call(at.value()));
  }

  /**
   * The class of a value that was created by {@code new}: exactly that class. Static and constructor-like
   * helpers that return nothing else are looked through.
   */
  public Optional<String> exactType(Located start) {
    return exactType(start, 3);
  }

  private Optional<String> exactType(Located start, int helpers) {
    Optional<Event.Call> call = originCall(start);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    if (call.get().target().isConstructor() && call.get().receiver().isEmpty()) {
      return Optional.of(call.get().target().owner());
    }
    if (helpers == 0 || call.get().dispatch() == Event.Dispatch.VIRTUAL) {
      return Optional.empty();
    }
    Optional<BodyView> helper = bodies.view(call.get().target());
    List<Value> returned = helper.map(BodyView::returned).orElse(List.of());
    List<Optional<String>> types =
        returned.stream()
            .map(value -> exactType(new Located(helper.get().id(), value), helpers - 1))
            .distinct()
            .toList();
    return types.size() == 1 ? types.get(0) : Optional.empty();
  }

  /** The static type of a value as far as the facts tell. */
  public Optional<String> staticType(Located at) {
    Value value = at.value();
    Optional<BodyView> view = bodies.view(at.body());
    if (view.isEmpty()) {
      return Optional.empty();
    }
    if (value instanceof Value.Parameter parameter) {
      var parameters = view.get().callable().parameters();
      return parameter.index() < parameters.size()
          ? Optional.of(parameters.get(parameter.index()).type())
          : Optional.empty();
    } else if (value instanceof Value.This) {
      return Optional.of(view.get().callable().type());
    } else if (value instanceof Value.Outer outer) {
      return Optional.of(outer.type());
    } else if (value instanceof Value.FieldValue field) {
      return Optional.of(field.field().type());
    } else if (value instanceof Value.Captured captured) {
      Located outside = variable(at);
      return outside.equals(at)
          ? view.get().callable().captured().stream()
              .filter(variable -> variable.name().equals(captured.name()))
              .map(variable -> variable.type())
              .filter(type -> !type.isEmpty())
              .findFirst()
          : staticType(outside);
    } else if (value instanceof Value.Result result) {
      Event event = view.get().events().get(result.event());
      if (event instanceof Event.Call call) {
        return Optional.of(call.target().resultType());
      } else if (event instanceof Event.FunctionObject function) {
        return Optional.of(function.interfaceType()).filter(type -> !type.isEmpty());
      } else if (event instanceof Event.NewArray array) {
        return Optional.of(array.elementType() + "[]");
      }
    }
    return Optional.empty();
  }

  private MethodModel model(Event.Call call) {
    return models.method(call.target(), call.receiverType());
  }

  /** A method's body that every call of it leads to, for looking through its returned value. */
  public Optional<BodyView> bodyOf(MethodRef method) {
    return bodies.view(method);
  }
}
