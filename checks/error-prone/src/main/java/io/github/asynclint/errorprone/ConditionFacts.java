package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.JCTree.Tag;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Conditions;
import io.github.asynclint.engine.facts.build.Outcome;

/** Which condition does an expression state? */
final class ConditionFacts {
  private final BodyReader reader;
  final Conditions<VarSymbol> flow;

  ConditionFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Conditions<>(reader.body);
  }

  Value asValue(JCExpression tree) {
    return flow.asValue(read(tree));
  }

  Outcome<VarSymbol> read(JCExpression written) {
    JCExpression tree = TreeInfo.skipParens(written);
    if (tree.type != null && tree.type.constValue() instanceof Integer constant) {
      return flow.constant(constant != 0);
    } else if (tree instanceof JCUnary unary && unary.hasTag(Tag.NOT)) {
      return read(unary.arg).negated();
    } else if (tree instanceof JCConditional conditional) {
      return flow.conditional(
          read(conditional.cond),
          () -> read(conditional.truepart),
          () -> read(conditional.falsepart));
    } else if (tree instanceof JCBinary binary) {
      switch (binary.getTag()) {
        case AND:
          return flow.and(read(binary.lhs), () -> read(binary.rhs));
        case OR:
          return flow.or(read(binary.lhs), () -> read(binary.rhs));
        case EQ, NE, LT, GE, GT, LE:
          Value left = reader.value(binary.lhs);
          Value right = reader.value(binary.rhs);
          String operator = binary.operator.name.toString();
          return flow.compared(reader.file.startLine(tree), operator, left, right);
        default:
          break;
      }
    }
    Value value = reader.value(tree);
    return flow.tested(reader.file.startLine(tree), value);
  }
}
