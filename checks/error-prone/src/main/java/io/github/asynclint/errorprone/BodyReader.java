package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one body: the parts that read each kind of tree, over one builder. */
final class BodyReader {
  final Scope scope;
  final JavacSymbols symbols;
  final SourceFile file;
  final BodyBuilder body;
  final ExpressionFacts expressions;
  final OperatorFacts operators;
  final ConditionFacts conditions;
  final CallFacts calls;
  final FunctionFacts functions;
  final StatementFacts statements;
  final LoopFacts loops;
  final TryFacts tries;
  final SwitchFacts switches;

  BodyReader(Scope scope, BodyBuilder body) {
    this.scope = scope;
    this.symbols = scope.symbols();
    this.file = scope.file();
    this.body = body;
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

  Value value(JCExpression tree) {
    return expressions.read(tree, Want.USED);
  }

  Value value(JCExpression tree, Want want) {
    return expressions.read(tree, want);
  }

  /** Shows that values are looked at; constants are not worth an event. */
  void use(JCTree tree, List<Value> values) {
    List<Value> used = values.stream().filter(value -> !isConstant(value)).toList();
    if (!used.isEmpty()) {
      body.add(file.startLine(tree), id -> place -> new Event.Use(id, place, used));
    }
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Constant
        || value instanceof Value.Choice choice
            && choice.values().stream().allMatch(Value.Constant.class::isInstance);
  }

  /** A call that the compiler adds, without arguments. */
  Value addedCall(
      int line, MethodSymbol method, String receiverType, Value receiver, Want want) {
    return body.add(
        line,
        id ->
            place ->
                new Event.Call(
                    id,
                    place,
                    symbols.method(method),
                    Event.Dispatch.VIRTUAL,
                    receiverType,
                    Optional.of(receiver),
                    List.of(),
                    want.sink(),
                    want.local(),
                    Map.of(),
                    Optional.empty()));
  }

  /** {@code this} of a class that is the current one or encloses it. */
  Value self(ClassSymbol type) {
    return type == scope.type() ? Value.THIS : new Value.Outer(symbols.name(type));
  }
}
