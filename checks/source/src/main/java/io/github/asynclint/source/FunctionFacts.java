package io.github.asynclint.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which code does a lambda or a method reference stand for? */
final class FunctionFacts {
  private final BodyReader reader;
  private final BodyBuilder<Local> body;
  private final Attribution attribution;

  FunctionFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.attribution = reader.attribution;
  }

  Value lambda(LambdaExpr e) {
    if (!body.reachable()) {
      return Value.UNKNOWN;
    }
    Optional<Functions.Shape> shape = attribution.memo().shape(e);
    Type returned = shape.map(Functions.Shape::result).orElse(Type.UNKNOWN);
    BodyBuilder<Local> builder = body.lambda();
    BodyReader inner = reader.inner(builder, returned);
    List<Variable> parameters = new ArrayList<>();
    for (Parameter parameter : e.getParameters()) {
      builder.declare(
          reader.locals.of(parameter), new Value.Parameter(parameters.size()));
      parameters.add(variable(parameter.getNameAsString(), attribution.declared(parameter)));
    }
    if (e.getBody() instanceof ExpressionStmt expression) {
      expressionBody(inner, expression.getExpression(), returned.isVoid());
    } else {
      inner.statements.read(e.getBody());
    }
    List<Variable> captured = new ArrayList<>();
    builder
        .captured()
        .forEach(
            (name, local) ->
                captured.add(variable(name, attribution.declared(local.declaration()))));
    Map<String, Value> captures = builder.captures();
    body.add(
        new Callable(
            builder.id(),
            reader.type.name(),
            reader.type.unit().sourceFile(),
            BodyReader.line(e),
            parameters,
            attribution.erased(returned),
            Set.of(),
            List.of(),
            captured,
            builder.finish()),
        builder);
    Event.Code code = new Event.Code.LambdaBody(builder.id());
    return add(e, BodyReader.line(e), code, shape, captures);
  }

  private Variable variable(String name, Type type) {
    return new Variable(name, attribution.erased(type));
  }

  private static void expressionBody(BodyReader inner, Expression e, boolean isVoid) {
    if (isVoid) {
      inner.value(e, Want.VOID_LAMBDA);
      return;
    }
    inner.body.returned(BodyReader.line(e), Optional.of(inner.value(e)));
  }

  private Value add(
      Expression e,
      int line,
      Event.Code code,
      Optional<Functions.Shape> shape,
      Map<String, Value> captures) {
    String interfaceType = shape.map(Functions.Shape::interfaceType).orElse("");
    boolean isVoid = shape.map(s -> s.result().isVoid()).orElse(false);
    return body.add(
        line,
        id ->
            place ->
                new Event.FunctionObject(
                    id, place, code, interfaceType, isVoid, captures, reader.type.unit().span(e)));
  }

  Value reference(MethodReferenceExpr e) {
    References references = new References(attribution, null);
    Optional<Type> named = references.named(e);
    Optional<Value> receiver =
        named.isPresent() ? Optional.empty() : Optional.of(reader.value(e.getScope()));
    Optional<Functions.Shape> shape = attribution.memo().shape(e);
    Optional<Memo.Target> target = attribution.memo().target(e);
    MethodRef method;
    Dispatch dispatch;
    if (named.isPresent() && named.get() instanceof Type.Array array
        && e.getIdentifier().equals("new")) {
      method =
          new MethodRef(attribution.erased(array), MethodRef.CONSTRUCTOR, List.of("int"), "void");
      dispatch = Dispatch.CONSTRUCTOR;
    } else if (target.isPresent()) {
      method = target.get().method().ref();
      dispatch = CallFacts.dispatch(target.get().method(), e.getScope());
    } else {
      String name = e.getIdentifier().equals("new") ? MethodRef.CONSTRUCTOR : e.getIdentifier();
      method = new MethodRef(CallFacts.UNRESOLVED, name, List.of(), CallFacts.UNRESOLVED);
      dispatch = Dispatch.VIRTUAL;
    }
    if (dispatch == Dispatch.STATIC || dispatch == Dispatch.CONSTRUCTOR) {
      receiver = Optional.empty();
    }
    int line = e.getRange().map(range -> range.end.line).orElse(0);
    return add(e, line, new Event.Code.Reference(method, dispatch, receiver), shape, Map.of());
  }
}
