package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Receiver;
import io.github.asynclint.engine.facts.build.Transparent;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What does a call of a method or constructor do? */
final class CallFacts {
  /** The owner of a call that could not be resolved: no model and no rule knows it. */
  static final String UNRESOLVED = "?";

  private final BodyReader reader;
  private final BodyBuilder<Local> body;
  private final Attribution attribution;
  private final SourceUnit unit;

  CallFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.attribution = reader.attribution;
    this.unit = reader.type.unit();
  }

  Value call(MethodCallExpr e, Want want) {
    Optional<Memo.Target> resolved = attribution.target(e);
    if (resolved.isEmpty()) {
      return unresolved(e, want);
    }
    MethodInfo method = resolved.get().method();
    MethodRef target = method.ref();
    if (Transparent.isBoxing(target, method.isStatic())) {
      return reader.value(e.getArgument(0));
    } else if (Transparent.isUnboxing(target) && e.getScope().isPresent()) {
      return reader.value(e.getScope().get());
    } else if (Transparent.isNullCheck(target, want)) {
      return reader.value(e.getArgument(0));
    }
    Receiver receiver = receiver(e, resolved.get());
    List<Value> arguments = arguments(e.getArguments(), resolved.get());
    if (e.getScope().isPresent()
        && target.name().equals("clone")
        && attribution.type(e.getScope().get()) instanceof Type.Array array) {
      receiver = new Receiver(receiver.value(), attribution.erased(array), receiver.dispatch());
    }
    return body.call(
        BodyReader.line(e.getName()),
        target,
        receiver,
        arguments,
        want.of(target),
        Map.of(),
        spans(e, want));
  }

  /** Half-typed or unknown: what its parts do is known all the same. */
  private Value unresolved(MethodCallExpr e, Want want) {
    Optional<Value> receiver = Optional.empty();
    if (e.getScope().isPresent() && attribution.typeName(e.getScope().get()).isEmpty()) {
      receiver = Optional.of(reader.value(e.getScope().get()));
    }
    List<Value> arguments = new ArrayList<>();
    e.getArguments().forEach(argument -> arguments.add(reader.value(argument)));
    List<String> parameters = arguments.stream().map(argument -> UNRESOLVED).toList();
    MethodRef target = new MethodRef(UNRESOLVED, e.getNameAsString(), parameters, UNRESOLVED);
    Dispatch dispatch = receiver.isPresent() ? Dispatch.VIRTUAL : Dispatch.STATIC;
    body.call(
        BodyReader.line(e.getName()),
        target,
        new Receiver(receiver, UNRESOLVED, dispatch),
        arguments,
        want,
        Map.of(),
        spans(e, want));
    return Value.UNKNOWN;
  }

  private Receiver receiver(MethodCallExpr e, Memo.Target target) {
    MethodInfo method = target.method();
    String via = compiledType(method, target.receiverType());
    if (e.getScope().isPresent()) {
      Expression scope = e.getScope().get();
      boolean isType = attribution.typeName(scope).isPresent();
      if (method.isStatic()) {
        if (!isType) {
          reader.value(scope);
        }
        return new Receiver(Optional.empty(), method.ref().owner(), Dispatch.STATIC);
      }
      Value value = isType ? Value.UNKNOWN : reader.value(scope);
      return new Receiver(Optional.of(value), via, dispatch(method, scope));
    }
    if (method.isStatic()) {
      return new Receiver(Optional.empty(), method.ref().owner(), Dispatch.STATIC);
    }
    Value self = target.site().map(site -> reader.self(site.name())).orElse(Value.UNKNOWN);
    return new Receiver(Optional.of(self), via, dispatch(method, null));
  }

  /**
   * Methods of Object are compiled as such, whatever the receiver's static type is; a receiver whose
   * type is an intersection is cast to the owner.
   */
  private String compiledType(MethodInfo method, String type) {
    String owner = method.ref().owner();
    boolean member = attribution.types().isSubclass(type, owner);
    return owner.equals("java.lang.Object") || !member ? owner : type;
  }

  static Dispatch dispatch(MethodInfo method, Expression qualifier) {
    if (method.isStatic()) {
      return Dispatch.STATIC;
    } else if (method.ref().isConstructor()) {
      return Dispatch.CONSTRUCTOR;
    }
    return method.isPrivate() || qualifier instanceof SuperExpr ? Dispatch.EXACT : Dispatch.VIRTUAL;
  }

  /** One value for each declared parameter; the variable ones are an array. */
  private List<Value> arguments(List<Expression> written, Memo.Target target) {
    List<Type> parameters = target.method().parameters();
    List<Value> values = new ArrayList<>();
    int fixed = target.spread().isPresent() ? parameters.size() - 1 : written.size();
    for (int i = 0; i < Math.min(fixed, written.size()); i++) {
      values.add(reader.value(written.get(i)));
    }
    if (target.spread().isPresent()) {
      List<Expression> variable = written.subList(Math.min(fixed, written.size()), written.size());
      int line = variable.isEmpty() ? 0 : BodyReader.line(variable.get(0));
      Value array = body.newArray(line, attribution.erased(target.spread().get()));
      reader.expressions.elements(array, variable);
      values.add(array);
    }
    return values;
  }

  Value create(ObjectCreationExpr e, Want want) {
    Optional<Memo.Target> resolved = attribution.target(e);
    boolean isType = e.getScope().isEmpty();
    if (!isType) {
      reader.value(e.getScope().get());
    }
    if (resolved.isEmpty()) {
      e.getArguments().forEach(reader::value);
      return Value.UNKNOWN;
    }
    return create(e, resolved.get(), e.getArguments(), want, BodyReader.line(e), createSpans(e, want));
  }

  private Value create(
      Node e,
      Memo.Target target,
      List<Expression> written,
      Want want,
      int line,
      Optional<CallSpans> spans) {
    List<Value> arguments = arguments(written, target);
    MethodRef method = target.method().ref();
    Receiver receiver = new Receiver(Optional.empty(), method.owner(), Dispatch.CONSTRUCTOR);
    Map<String, Value> captures = new TreeMap<>();
    attribution
        .sources()
        .source(method.owner())
        .filter(SourceClass::isLocal)
        .ifPresent(
            type ->
                reader.locals.captured(type).forEach(
                    local -> captures.put(local.name(), body.local(local))));
    return body.call(line, method, receiver, arguments, want, captures, spans);
  }

  /** The creation that an enum constant stands for. */
  Value enumConstant(EnumConstantDeclaration constant, SourceClass type) {
    attribution.enumConstant(constant, type.self());
    Optional<Memo.Target> resolved = attribution.memo().target(constant);
    if (resolved.isEmpty()) {
      constant.getArguments().forEach(reader::value);
      return Value.UNKNOWN;
    }
    String owner =
        attribution.sources().at(constant).map(SourceClass::name).orElse(type.name());
    MethodInfo method = resolved.get().method();
    MethodInfo own =
        new MethodInfo(
            method.ref().withOwner(owner),
            method.modifiers(),
            method.typeParameters(),
            method.parameters(),
            method.returnType());
    return create(
        constant,
        new Memo.Target(own, owner, Optional.empty(), resolved.get().spread()),
        constant.getArguments(),
        Want.USED,
        BodyReader.line(constant.getName()),
        Optional.empty());
  }

  void explicitConstructor(ExplicitConstructorInvocationStmt e) {
    attribution.constructorCall(e);
    Optional<Memo.Target> resolved = attribution.memo().target(e);
    e.getExpression().ifPresent(reader::value);
    if (resolved.isEmpty()) {
      e.getArguments().forEach(reader::value);
      return;
    }
    constructorCall(resolved.get(), e.getArguments(), BodyReader.line(e), constructorSpans(e));
  }

  /** The {@code super()} that the compiler adds. */
  void implicitSuper(Node key, SourceClass type, int line) {
    attribution.superConstructor(key, type);
    attribution
        .memo()
        .target(key)
        .ifPresent(target -> constructorCall(target, List.of(), line, Optional.empty()));
  }

  private void constructorCall(
      Memo.Target target, List<Expression> written, int line, Optional<CallSpans> spans) {
    List<Value> arguments = arguments(written, target);
    constructorCall(target.method().ref(), arguments, line, spans);
  }

  void constructorCall(
      MethodRef method, List<Value> arguments, int line, Optional<CallSpans> spans) {
    Receiver receiver =
        new Receiver(Optional.of(Value.THIS), method.owner(), Dispatch.CONSTRUCTOR);
    body.call(line, method, receiver, arguments, Want.USED, Map.of(), spans);
  }

  private Optional<CallSpans> spans(MethodCallExpr e, Want want) {
    return spans(
        unit.span(e),
        unit.span(e.getName()),
        e.getScope().flatMap(unit::span),
        e.getArguments(),
        want);
  }

  private Optional<CallSpans> createSpans(ObjectCreationExpr e, Want want) {
    Optional<Span> expression = unit.span(e);
    int search = e.getScope().flatMap(unit::span).map(Span::end).orElse(-1);
    Optional<Span> name =
        expression.map(
            all -> {
              int at = search < 0 ? all.start() : unit.text().indexOf("new", search);
              return new Span(Math.max(at, all.start()), Math.max(at, all.start()) + 3);
            });
    return spans(expression, name, e.getScope().flatMap(unit::span), e.getArguments(), want);
  }

  private Optional<CallSpans> constructorSpans(ExplicitConstructorInvocationStmt e) {
    Optional<Span> statement = unit.span(e);
    Want want = Want.statement(statement);
    Optional<Span> expression = statement.map(all -> new Span(all.start(), all.end() - 1));
    String word = e.isThis() ? "this" : "super";
    Optional<Span> name =
        statement.map(
            all -> {
              int from = e.getExpression().flatMap(unit::span).map(Span::end).orElse(all.start());
              int at = Math.max(all.start(), unit.text().indexOf(word, from));
              return new Span(at, at + word.length());
            });
    return spans(
        expression, name, e.getExpression().flatMap(unit::span), e.getArguments(), want);
  }

  private Optional<CallSpans> spans(
      Optional<Span> expression,
      Optional<Span> name,
      Optional<Span> receiver,
      List<Expression> arguments,
      Want want) {
    List<Span> argumentSpans = new ArrayList<>();
    arguments.forEach(argument -> unit.span(argument).ifPresent(argumentSpans::add));
    return expression.isPresent() && name.isPresent() && argumentSpans.size() == arguments.size()
        ? Optional.of(
            new CallSpans(expression.get(), name.get(), receiver, argumentSpans, want.statement()))
        : Optional.empty();
  }
}
