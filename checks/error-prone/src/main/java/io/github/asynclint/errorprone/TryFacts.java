package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCCatch;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCTypeUnion;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Tries;
import io.github.asynclint.engine.facts.build.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does a try statement protect, and what do its handlers do? */
final class TryFacts {
  private final BodyReader reader;
  private final Tries<VarSymbol> flow;

  TryFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Tries<>(reader.body);
  }

  void read(JCTry tree) {
    List<Tries.Handler<VarSymbol>> handlers = new ArrayList<>();
    for (JCCatch handler : tree.catchers) {
      handlers.add(
          new Tries.Handler<>(
              types(handler),
              handler.param.sym,
              () -> reader.statements.read(handler.body)));
    }
    flow.read(
        () -> resources(tree.resources, tree.body, reader.file.startLine(tree)),
        handlers,
        Optional.ofNullable(tree.finalizer).map(block -> () -> reader.statements.read(block)));
  }

  private List<String> types(JCCatch handler) {
    List<String> types = new ArrayList<>();
    if (handler.param.vartype instanceof JCTypeUnion union) {
      for (JCExpression alternative : union.alternatives) {
        types.add(reader.symbols.name(alternative.type));
      }
    } else {
      types.add(reader.symbols.name(handler.param.sym.type));
    }
    return types;
  }

  /** Opens resources from left to right; each is closed after what follows it. */
  private void resources(
      com.sun.tools.javac.util.List<JCTree> resources, JCBlock block, int line) {
    if (resources.isEmpty()) {
      reader.statements.read(block);
      return;
    }
    Value resource;
    Type type = resources.head.type;
    if (resources.head instanceof JCVariableDecl variable) {
      type = variable.sym.type;
      Want want = Want.local(variable.name.toString(), true);
      resource = reader.value(variable.init, want);
      reader.body.declare(variable.sym, resource);
    } else {
      resource = reader.value((JCExpression) resources.head);
    }
    Type closed = type;
    flow.closing(
        () -> resources(resources.tail, block, line),
        () -> reader.addedCall(line, closed, "close", resource, Want.USED));
  }
}
