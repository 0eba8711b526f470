package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Want;

/** Reads one body: the parts that read each kind of tree, over one builder. */
final class BodyReader {
  final Scope scope;
  final JavacSymbols symbols;
  final SourceFile file;
  final BodyBuilder<VarSymbol> body;
  final ExpressionFacts expressions;
  final OperatorFacts operators;
  final ConditionFacts conditions;
  final CallFacts calls;
  final FunctionFacts functions;
  final StatementFacts statements;
  final LoopFacts loops;
  final TryFacts tries;
  final SwitchFacts switches;

  BodyReader(Scope scope, BodyBuilder<VarSymbol> body) {
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

  /** A call without arguments that the compiler adds; unknown if there is no such method. */
  Value addedCall(int line, Type receiverType, String name, Value receiver, Want want) {
    return symbols
        .findMethod(receiverType, name)
        .map(symbols::method)
        .map(method -> body.addedCall(line, method, symbols.name(receiverType), receiver, want))
        .orElse(Value.UNKNOWN);
  }

  /** {@code this} of a class that is the current one or encloses it. */
  Value self(ClassSymbol type) {
    return type == scope.type() ? Value.THIS : new Value.Outer(symbols.name(type));
  }
}
