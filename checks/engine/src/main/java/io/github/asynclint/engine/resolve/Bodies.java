package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What are the bodies of the program, and where is a lambda or a local class created? */
public final class Bodies {
  private final Program program;
  private final Map<MethodRef, Optional<MethodCode>> codes = new HashMap<>();
  private final Map<CallableId, BodyView> views = new HashMap<>();
  private final Map<String, Map<MethodRef, Optional<TypeFacts.Method>>> declared = new HashMap<>();

  public Bodies(Program program) {
    this.program = program;
  }

  public Optional<MethodCode> code(MethodRef method) {
    Optional<MethodCode> code = codes.get(method);
    if (code == null) {
      code = program.code(method);
      codes.put(method, code);
    }
    return code;
  }

  /** The body with that identity; empty if its code is not to be had. */
  public Optional<BodyView> view(CallableId id) {
    BodyView view = views.get(id);
    if (view == null) {
      Optional<Callable> callable = code(id.method()).flatMap(code -> code.find(id));
      if (callable.isEmpty()) {
        return Optional.empty();
      }
      view = new BodyView(callable.get());
      views.put(id, view);
    }
    return Optional.of(view);
  }

  public Optional<BodyView> view(MethodRef method) {
    return view(CallableId.of(method));
  }

  /** All bodies of a class: methods, constructors, initializers, and the lambdas in them. */
  public List<BodyView> ofType(String type) {
    List<BodyView> found = new ArrayList<>();
    methods(type).forEach(method -> found.addAll(ofMethod(method)));
    return found;
  }

  /** The methods, constructors and static initializer of a class, whether or not they have a body. */
  public List<MethodRef> methods(String type) {
    return List.copyOf(declared(type).keySet());
  }

  /** How the method is declared at its owner; empty for one that is not written, such as an initializer. */
  public Optional<TypeFacts.Method> declaration(MethodRef method) {
    return declared(method.owner()).getOrDefault(method, Optional.empty());
  }

  private Map<MethodRef, Optional<TypeFacts.Method>> declared(String type) {
    Map<MethodRef, Optional<TypeFacts.Method>> found = declared.get(type);
    if (found == null) {
      found = new LinkedHashMap<>();
      Optional<TypeFacts> facts = program.type(type);
      if (facts.isPresent()) {
        for (TypeFacts.Method method : facts.get().methods()) {
          found.put(method.ref(), Optional.of(method));
        }
        found.putIfAbsent(
            new MethodRef(type, MethodRef.STATIC_INITIALIZER, List.of(), "void"),
            Optional.empty());
      }
      declared.put(type, found);
    }
    return found;
  }

  /** The body of a method and those of the lambdas in it; none where it has no code. */
  public List<BodyView> ofMethod(MethodRef method) {
    List<BodyView> found = new ArrayList<>();
    code(method)
        .ifPresent(
            code -> {
              view(code.method().id()).ifPresent(found::add);
              code.lambdas().forEach(lambda -> view(lambda.id()).ifPresent(found::add));
            });
    return found;
  }

  /** The event of the enclosing body that creates the lambda. */
  public Optional<Event.FunctionObject> creation(CallableId lambda) {
    return view(lambda.enclosing()).stream()
        .flatMap(view -> view.events().stream())
        .filter(Event.FunctionObject.class::isInstance)
        .map(Event.FunctionObject.class::cast)
        .filter(
            function ->
                function.code() instanceof Event.Code.LambdaBody body
                    && body.callable().equals(lambda))
        .findFirst();
  }
}
