package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCDoWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Loops;
import io.github.asynclint.engine.facts.build.Want;
import java.util.Optional;

/** What does a loop repeat? */
final class LoopFacts {
  private final BodyReader reader;
  private final Loops<VarSymbol> flow;

  LoopFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Loops<>(reader.body);
  }

  private static Loops.Head<VarSymbol> head(JCTree tree, String label) {
    return new Loops.Head<>(label, LocalScanner.assigned(tree));
  }

  void whileLoop(JCWhileLoop tree, String label) {
    flow.whileLoop(
        head(tree, label),
        () -> reader.conditions.read(tree.cond),
        () -> reader.statements.read(tree.body));
  }

  void doLoop(JCDoWhileLoop tree, String label) {
    flow.doLoop(
        head(tree, label),
        () -> reader.statements.read(tree.body),
        () -> reader.conditions.read(tree.cond));
  }

  void forLoop(JCForLoop tree, String label) {
    reader.statements.readHeader(tree.init);
    flow.forLoop(
        head(tree, label),
        Optional.ofNullable(tree.cond).map(condition -> () -> reader.conditions.read(condition)),
        () -> reader.statements.read(tree.body),
        () -> reader.statements.readHeader(tree.step));
  }

  void forEach(JCEnhancedForLoop tree, String label) {
    Value items = reader.value(tree.expr);
    Runnable block = () -> reader.statements.read(tree.body);
    if (reader.symbols.types.elemtype(tree.expr.type) != null) {
      flow.overArray(head(tree, label), tree.var.sym, items, block);
      return;
    }
    int line = reader.file.startLine(tree);
    Type type = reader.symbols.types.cvarUpperBound(tree.expr.type);
    Value iterator = reader.addedCall(line, type, "iterator", items, Want.USED);
    Type iterates = reader.symbols.symtab.iteratorType;
    Want want = reader.operators.wantLocal(tree.var.sym);
    flow.overIterator(
        head(tree, label),
        line,
        () -> reader.addedCall(line, iterates, "hasNext", iterator, Want.USED),
        tree.var.sym,
        () -> reader.addedCall(line, iterates, "next", iterator, want),
        block);
  }
}
