package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which code does a lambda or a method reference stand for? */
final class FunctionFacts {
  private final BodyReader reader;
  private final BodyBuilder<VarSymbol> body;
  private final JavacSymbols symbols;

  FunctionFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.symbols = reader.symbols;
  }

  Value lambda(JCLambda tree) {
    boolean attributed = tree.params.stream().allMatch(parameter -> parameter.sym != null);
    if (!body.reachable() || tree.type == null || !attributed) {
      return Value.UNKNOWN;
    }
    BodyBuilder<VarSymbol> inner = body.lambda();
    BodyReader innerReader = new BodyReader(reader.scope, inner);
    List<Variable> parameters = new ArrayList<>();
    for (JCVariableDecl parameter : tree.params) {
      inner.declare(parameter.sym, new Value.Parameter(parameters.size()));
      parameters.add(
          new Variable(parameter.name.toString(), symbols.name(parameter.sym.type)));
    }
    Optional<Type> returned = returnType(tree.type);
    boolean isVoid = returned.filter(type -> type.hasTag(TypeTag.VOID)).isPresent();
    if (tree.body instanceof JCBlock block) {
      innerReader.statements.read(block);
    } else {
      expressionBody(innerReader, (JCExpression) tree.body, isVoid);
    }
    List<Variable> captured = new ArrayList<>();
    inner
        .captured()
        .forEach((name, local) -> captured.add(new Variable(name, symbols.name(local.type))));
    Map<String, Value> captures = inner.captures();
    Callable callable =
        new Callable(
            inner.id(),
            symbols.name(reader.scope.type()),
            reader.file.name(),
            reader.file.startLine(tree),
            parameters,
            returned.map(symbols::name).orElse(""),
            Set.of(),
            List.of(),
            captured,
            inner.finish());
    body.add(callable, inner);
    Event.Code code = new Event.Code.LambdaBody(inner.id());
    return add(tree, reader.file.startLine(tree), code, isVoid, captures);
  }

  private static void expressionBody(BodyReader inner, JCExpression tree, boolean isVoid) {
    if (isVoid) {
      inner.value(tree, Want.VOID_LAMBDA);
      return;
    }
    inner.body.returned(inner.file.startLine(tree), Optional.of(inner.value(tree)));
  }

  private Value add(
      JCExpression tree,
      int line,
      Event.Code code,
      boolean isVoid,
      Map<String, Value> captures) {
    String interfaceType = symbols.name(tree.type);
    return body.add(
        line,
        id ->
            place ->
                new Event.FunctionObject(
                    id, place, code, interfaceType, isVoid, captures, reader.file.span(tree)));
  }

  private Optional<Type> returnType(Type target) {
    if (target == null || target.tsym == null || target.isErroneous()) {
      return Optional.empty();
    }
    try {
      return Optional.of(symbols.types.findDescriptorType(target).getReturnType());
    } catch (Types.FunctionDescriptorLookupError e) {
      return Optional.empty();
    }
  }

  Value reference(JCMemberReference tree) {
    boolean onType = ExpressionFacts.isTypeOrPackage(tree.expr);
    Optional<Value> receiver = onType ? Optional.empty() : Optional.of(reader.value(tree.expr));
    if (!(tree.sym instanceof MethodSymbol symbol)) {
      return Value.UNKNOWN;
    }
    MethodRef method = method(tree, symbol);
    Dispatch dispatch = CallFacts.dispatch(symbol, Optional.of(tree.expr));
    if (dispatch == Dispatch.STATIC || dispatch == Dispatch.CONSTRUCTOR) {
      receiver = Optional.empty();
    }
    boolean isVoid =
        returnType(tree.type).filter(type -> type.hasTag(TypeTag.VOID)).isPresent();
    int length =
        tree.name.contentEquals(MethodRef.CONSTRUCTOR) ? "new".length() : tree.name.length();
    int line =
        reader
            .file
            .trailing(tree, length)
            .map(span -> reader.file.line(span.start()))
            .orElseGet(() -> reader.file.startLine(tree));
    return add(
        tree, line, new Event.Code.Reference(method, dispatch, receiver), isVoid, Map.of());
  }

  /** The constructor of an array has no class of its own: it is named after the array type. */
  private MethodRef method(JCMemberReference tree, MethodSymbol symbol) {
    if (symbol.owner != symbols.symtab.arrayClass) {
      return symbols.method(symbol);
    }
    JCTree qualifier = tree.expr;
    return new MethodRef(
        symbols.name(qualifier.type),
        symbol.name.toString(),
        symbol.isConstructor() ? List.of("int") : List.of(),
        symbol.isConstructor() ? "void" : "java.lang.Object");
  }
}
