package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.Optional;

/** Reads one body: the parts that read each kind of node, over one builder. */
final class BodyReader {
  final Attribution attribution;
  final Locals locals;
  final SourceClass type;
  final BodyBuilder<Local> body;
  final Type returnType;
  final ExpressionFacts expressions;
  final OperatorFacts operators;
  final ConditionFacts conditions;
  final CallFacts calls;
  final FunctionFacts functions;
  final StatementFacts statements;
  final LoopFacts loops;
  final TryFacts tries;
  final SwitchFacts switches;

  BodyReader(
      Attribution attribution,
      Locals locals,
      SourceClass type,
      BodyBuilder<Local> body,
      Type returnType) {
    this.attribution = attribution;
    this.locals = locals;
    this.type = type;
    this.body = body;
    this.returnType = returnType;
    this.expressions = new ExpressionFacts(this);
    this.operators = new OperatorFacts(this);
    this.conditions = new ConditionFacts(this);
    this.calls = new CallFacts(this);
    this.functions = new FunctionFacts(this);
    this.statements = new StatementFacts(this);
    this.loops = new LoopFacts(this);
    this.tries = new TryFacts(this);
    this.switches = new SwitchFacts(this);
  }

  BodyReader inner(BodyBuilder<Local> builder, Type innerReturnType) {
    return new BodyReader(attribution, locals, type, builder, innerReturnType);
  }

  Value value(Expression e) {
    return expressions.read(e, Want.USED);
  }

  Value value(Expression e, Want want) {
    return expressions.read(e, want);
  }

  /** The value where a type is expected, which a lambda or generic call may depend on. */
  Value value(Expression e, Type expected, Want want) {
    attribution.type(e, expected);
    return expressions.read(e, want);
  }

  static int line(Node node) {
    return SourceUnit.line(node);
  }

  /** A call without arguments that the compiler adds; unknown if there is no such method. */
  Value addedCall(int line, Type receiverType, String name, Value receiver, Want want) {
    Optional<MethodInfo> method =
        attribution
            .members()
            .methods(receiverType, name).stream()
                .map(Members.Candidate::method)
                .filter(each -> each.parameters().isEmpty())
                .findFirst();
    if (method.isEmpty()) {
      return Value.UNKNOWN;
    }
    return body.addedCall(
        line, method.get().ref(), attribution.erased(receiverType), receiver, want);
  }

  /** {@code this} of a class that is the current one or encloses it. */
  Value self(String name) {
    return name.equals(type.name()) ? Value.THIS : new Value.Outer(name);
  }
}
