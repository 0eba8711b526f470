package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCArrayAccess;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCTypeCast;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Concatenation;
import io.github.asynclint.engine.facts.build.Values;
import io.github.asynclint.engine.facts.build.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What do operators and assignments do, and which values do they yield? */
final class OperatorFacts {
  private final BodyReader reader;
  private final BodyBuilder<VarSymbol> body;

  OperatorFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  Value assign(JCAssign tree) {
    JCTree left = TreeInfo.skipParens((JCTree) tree.lhs);
    Optional<VarSymbol> local = local(left);
    if (local.isPresent()) {
      Value value = reader.value(tree.rhs, wantLocal(local.get()));
      body.assign(local.get(), value);
      return value;
    }
    Value target = target(left);
    Value value = reader.value(tree.rhs);
    body.write(reader.file.startLine(tree), target, value, false);
    return value;
  }

  Want wantLocal(VarSymbol local) {
    return Want.local(local.name.toString(), reader.scope.readLocals().contains(local));
  }

  private static Optional<VarSymbol> local(JCTree tree) {
    return tree instanceof JCIdent ident && LocalScanner.isLocal(ident.sym)
        ? Optional.of((VarSymbol) ident.sym)
        : Optional.empty();
  }

  /** The field or element that is written; its qualifier and index are evaluated. */
  private Value target(JCTree tree) {
    if (tree instanceof JCArrayAccess access) {
      Value array = reader.value(access.indexed);
      reader.value(access.index);
      return Values.element(array);
    }
    Symbol symbol = TreeInfo.symbol(tree);
    if (!JavacSymbols.isField(symbol)) {
      return Value.UNKNOWN;
    }
    FieldRef field = reader.symbols.field((VarSymbol) symbol);
    Optional<Value> receiver =
        tree instanceof JCFieldAccess access
            ? reader.expressions.explicitReceiver(access)
            : reader.expressions.implicitReceiver(symbol);
    return new Value.FieldValue(field, receiver);
  }

  Value assign(JCAssignOp tree) {
    JCTree left = TreeInfo.skipParens((JCTree) tree.lhs);
    String operator = tree.operator.name.toString();
    Optional<VarSymbol> local = local(left);
    Value target = local.<Value>map(body::local).orElseGet(() -> oldValue(left));
    List<Value> operands = new ArrayList<>();
    operands.add(target);
    Value value;
    if (isString(tree.lhs.type)) {
      Concatenation text = new Concatenation();
      text.add(target);
      collect(tree.rhs, text);
      value = text.value();
    } else {
      operands.add(reader.value(tree.rhs));
      value = Values.operation(operator, operands);
    }
    if (local.isPresent()) {
      body.assign(local.get(), value);
    } else {
      body.write(reader.file.startLine(tree), target, value, true);
    }
    return value;
  }

  /** Evaluates what is both read and written; a field is read, an element is not an event. */
  private Value oldValue(JCTree tree) {
    Value target = target(tree);
    if (target instanceof Value.FieldValue field) {
      body.read(reader.file.startLine(tree), field.field(), field.receiver());
    }
    return target;
  }

  Value unary(JCUnary tree) {
    switch (tree.getTag()) {
      case NOT:
        return reader.conditions.asValue(tree);
      case PREINC:
      case POSTINC:
        return step(tree, "+");
      case PREDEC:
      case POSTDEC:
        return step(tree, "-");
      case NEG:
        return Values.operation("-", List.of(reader.value(tree.arg)));
      case COMPL:
        // As compiled: there is no instruction for the complement.
        return Values.operation("^", List.of(reader.value(tree.arg), new Value.Constant("-1")));
      default:
        // A unary plus, or the null check that javac puts around a qualifier of new.
        return reader.value(tree.arg);
    }
  }

  private Value step(JCUnary tree, String operator) {
    JCTree left = TreeInfo.skipParens((JCTree) tree.arg);
    Optional<VarSymbol> local = local(left);
    Value old = local.<Value>map(body::local).orElseGet(() -> oldValue(left));
    boolean down = operator.equals("-") && local.isPresent() && isInt(tree.arg.type);
    // As compiled: a local int is decremented by adding -1.
    Value next =
        down
            ? Values.operation("+", List.of(old, new Value.Constant("-1")))
            : Values.operation(operator, List.of(old, new Value.Constant("1")));
    if (local.isPresent()) {
      body.assign(local.get(), next);
    } else {
      body.write(reader.file.startLine(tree), old, next, true);
    }
    return tree.hasTag(JCTree.Tag.POSTINC) || tree.hasTag(JCTree.Tag.POSTDEC) ? old : next;
  }

  private static boolean isInt(Type type) {
    return type.isPrimitive()
        && !type.hasTag(TypeTag.LONG)
        && !type.hasTag(TypeTag.FLOAT)
        && !type.hasTag(TypeTag.DOUBLE);
  }

  Value binary(JCBinary tree) {
    switch (tree.getTag()) {
      case AND:
      case OR:
      case EQ:
      case NE:
      case LT:
      case GT:
      case LE:
      case GE:
        return reader.conditions.asValue(tree);
      default:
        break;
    }
    if (isString(tree.type)) {
      Concatenation text = new Concatenation();
      collect(tree, text);
      return text.value();
    }
    Value left = reader.value(tree.lhs);
    Value right = reader.value(tree.rhs);
    return Values.operation(tree.operator.name.toString(), List.of(left, right));
  }

  private boolean isString(Type type) {
    return type != null && type.tsym == reader.symbols.symtab.stringType.tsym;
  }

  /** Operands of a concatenation from left to right, through nested ones. */
  private void collect(JCExpression written, Concatenation text) {
    JCExpression tree = TreeInfo.skipParens(written);
    if (tree instanceof JCTypeCast cast && isString(cast.type) && isString(cast.expr.type)) {
      text.add(reader.value(tree));
    } else if (tree.type != null && tree.type.constValue() != null) {
      text.addConstant(tree.type.stringValue());
    } else if (tree instanceof JCBinary binary
        && binary.hasTag(JCTree.Tag.PLUS)
        && isString(binary.type)) {
      collect(binary.lhs, text);
      collect(binary.rhs, text);
    } else {
      text.add(reader.value(tree));
    }
  }
}
