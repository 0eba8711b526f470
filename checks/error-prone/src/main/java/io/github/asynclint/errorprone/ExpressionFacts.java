package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCArrayAccess;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCInstanceOf;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCLiteral;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewArray;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCParens;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.tree.JCTree.JCTypeCast;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Values;
import io.github.asynclint.engine.facts.build.Want;
import java.util.List;
import java.util.Optional;

/** Which value does an expression have, and what does its evaluation do? */
final class ExpressionFacts {
  private final BodyReader reader;
  private final BodyBuilder<VarSymbol> body;
  private final JavacSymbols symbols;

  ExpressionFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.symbols = reader.symbols;
  }

  Value read(JCExpression tree, Want want) {
    Optional<Value> constant = constant(tree);
    if (constant.isPresent()) {
      return constant.get();
    } else if (tree instanceof JCParens parens) {
      return read(parens.expr, want);
    } else if (tree instanceof JCTypeCast cast) {
      return read(cast.expr, want);
    } else if (tree instanceof JCIdent ident) {
      return ident(ident);
    } else if (tree instanceof JCFieldAccess access) {
      return select(access);
    } else if (tree instanceof JCMethodInvocation call) {
      return reader.calls.call(call, want);
    } else if (tree instanceof JCNewClass created) {
      return reader.calls.create(created, want);
    } else if (tree instanceof JCLambda lambda) {
      return reader.functions.lambda(lambda);
    } else if (tree instanceof JCMemberReference reference) {
      return reader.functions.reference(reference);
    } else if (tree instanceof JCAssign assign) {
      return reader.operators.assign(assign);
    } else if (tree instanceof JCAssignOp assign) {
      return reader.operators.assign(assign);
    } else if (tree instanceof JCUnary unary) {
      return reader.operators.unary(unary);
    } else if (tree instanceof JCBinary binary) {
      return reader.operators.binary(binary);
    } else if (tree instanceof JCConditional conditional) {
      return conditional(conditional);
    } else if (tree instanceof JCSwitchExpression choice) {
      return reader.switches.expression(choice);
    } else if (tree instanceof JCInstanceOf test) {
      return instanceOf(test);
    } else if (tree instanceof JCArrayAccess access) {
      Value array = reader.value(access.indexed);
      reader.value(access.index);
      return Values.element(array);
    } else if (tree instanceof JCNewArray array) {
      return array(array);
    }
    return Value.UNKNOWN;
  }

  private static Optional<Value> constant(JCExpression tree) {
    if (tree instanceof JCLiteral literal && literal.typetag == TypeTag.BOT) {
      return Optional.of(Value.NULL);
    } else if (tree.type != null && tree.type.constValue() != null) {
      return Optional.of(constant(tree.type));
    }
    return Optional.empty();
  }

  /** Constants of javac are numbers where the type is boolean or char. */
  private static Value constant(Type type) {
    Object value = type.constValue();
    if (value instanceof String) {
      return Values.constant(value);
    } else if (type.hasTag(TypeTag.CHAR)) {
      return Values.constant(type.stringValue().charAt(0));
    }
    return new Value.Constant(type.stringValue());
  }

  private Value ident(JCIdent tree) {
    Symbol symbol = tree.sym;
    if (symbol == null) {
      return Value.UNKNOWN;
    } else if (LocalScanner.isLocal(symbol)) {
      return body.local((VarSymbol) symbol);
    } else if (JavacSymbols.isField(symbol) && !isSelf(tree)) {
      return field((VarSymbol) symbol, implicitReceiver(symbol), reader.file.startLine(tree));
    }
    return isSelf(tree) ? Value.THIS : Value.UNKNOWN;
  }

  /** {@code this} or {@code super}. */
  static boolean isSelf(JCTree tree) {
    return tree instanceof JCIdent ident
        && (ident.name.contentEquals("this") || ident.name.contentEquals("super"));
  }

  /** The instance that an unqualified member belongs to; empty for a static one. */
  Optional<Value> implicitReceiver(Symbol member) {
    return member.isStatic() ? Optional.empty() : Optional.of(reader.self(holder(member)));
  }

  /** The innermost enclosing class that has the member. */
  ClassSymbol holder(Symbol member) {
    ClassSymbol type = reader.scope.type();
    while (type != null && !member.isMemberOf(type, symbols.types)) {
      type = type.owner.enclClass();
    }
    return type == null ? reader.scope.type() : type;
  }

  private Value select(JCFieldAccess tree) {
    Symbol symbol = tree.sym;
    if (tree.name.contentEquals("class")) {
      return new Value.Constant(symbols.name(tree.selected.type) + ".class");
    } else if (tree.name.contentEquals("this") && tree.selected.type.tsym instanceof ClassSymbol c) {
      return reader.self(c);
    } else if (tree.name.contentEquals("super")) {
      return qualifiedSuper(tree);
    } else if (symbol == symbols.symtab.lengthVar) {
      return Values.operation("length", List.of(reader.value(tree.selected)));
    } else if (symbol instanceof VarSymbol field && JavacSymbols.isField(symbol)) {
      return field(field, explicitReceiver(tree), nameLine(tree));
    }
    return Value.UNKNOWN;
  }

  /** {@code Outer.super}, or {@code Interface.super} which is this object. */
  private Value qualifiedSuper(JCFieldAccess tree) {
    return tree.selected.type.tsym instanceof ClassSymbol c && !c.isInterface()
        ? reader.self(c)
        : Value.THIS;
  }

  int nameLine(JCFieldAccess tree) {
    return reader
        .file
        .trailing(tree, tree.name.length())
        .map(span -> reader.file.line(span.start()))
        .orElseGet(() -> reader.file.line(tree.pos));
  }

  /** The value before the dot; a static member has none, though an expression is still evaluated. */
  Optional<Value> explicitReceiver(JCFieldAccess tree) {
    boolean isType = isTypeOrPackage(tree.selected);
    if (tree.sym.isStatic()) {
      if (!isType) {
        reader.value(tree.selected);
      }
      return Optional.empty();
    }
    return Optional.of(isType ? Value.UNKNOWN : reader.value(tree.selected));
  }

  static boolean isTypeOrPackage(JCTree tree) {
    JCTree inner = TreeInfo.skipParens(tree);
    if (isSelf(inner) || inner instanceof JCFieldAccess access && isSelfName(access)) {
      return false;
    }
    Symbol symbol = TreeInfo.symbol(inner);
    return !(inner instanceof JCMethodInvocation)
        && !(inner instanceof JCNewClass)
        && (symbol instanceof ClassSymbol
            || symbol instanceof Symbol.PackageSymbol
            || symbol instanceof Symbol.TypeVariableSymbol
            || inner instanceof JCTree.JCPrimitiveTypeTree
            || inner instanceof JCTree.JCArrayTypeTree
            || inner instanceof JCTree.JCTypeApply
            || inner instanceof JCTree.JCAnnotatedType);
  }

  private static boolean isSelfName(JCFieldAccess access) {
    return access.name.contentEquals("this") || access.name.contentEquals("super");
  }

  private Value field(VarSymbol symbol, Optional<Value> receiver, int line) {
    FieldRef field = symbols.field(symbol);
    return body.read(line, field, receiver);
  }

  private Value conditional(JCConditional tree) {
    return reader.conditions.flow.choice(
        reader.conditions.read(tree.cond),
        () -> reader.value(tree.truepart),
        () -> reader.value(tree.falsepart));
  }

  private Value instanceOf(JCInstanceOf tree) {
    Value value = reader.value(tree.expr);
    if (tree.pattern instanceof JCExpression) {
      return Values.operation(
          "instanceof " + symbols.name(tree.pattern.type), List.of(value));
    }
    PatternBindings.bind(tree.pattern, value, body);
    return Values.operation(
        "instanceof " + symbols.name(PatternBindings.type(tree.pattern)), List.of(value));
  }

  private Value array(JCNewArray tree) {
    for (JCExpression dimension : tree.dims) {
      reader.value(dimension);
    }
    String element =
        tree.type instanceof Type.ArrayType type ? symbols.name(type.elemtype) : "";
    Value array = body.newArray(reader.file.startLine(tree), element);
    if (tree.elems != null) {
      elements(array, tree.elems);
    }
    return array;
  }

  void elements(Value array, List<? extends JCExpression> elements) {
    for (JCExpression element : elements) {
      Value value = reader.value(element);
      body.write(reader.file.startLine(element), Values.element(array), value, false);
    }
  }
}
