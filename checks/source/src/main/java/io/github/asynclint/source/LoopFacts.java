package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Loops;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.Type;
import java.util.Optional;

/** What does a loop repeat? */
final class LoopFacts {
  private static final Type ITERATOR = Type.of("java.util.Iterator");

  private final BodyReader reader;
  private final Loops<Local> flow;

  LoopFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Loops<>(reader.body);
  }

  private Loops.Head<Local> head(Node s, String label) {
    return new Loops.Head<>(label, reader.locals.assigned(s));
  }

  void whileLoop(WhileStmt s, String label) {
    flow.whileLoop(
        head(s, label),
        () -> reader.conditions.read(s.getCondition()),
        () -> reader.statements.read(s.getBody()));
  }

  void doLoop(DoStmt s, String label) {
    flow.doLoop(
        head(s, label),
        () -> reader.statements.read(s.getBody()),
        () -> reader.conditions.read(s.getCondition()));
  }

  void forLoop(ForStmt s, String label) {
    s.getInitialization().forEach(this::statement);
    flow.forLoop(
        head(s, label),
        s.getCompare().map(condition -> () -> reader.conditions.read(condition)),
        () -> reader.statements.read(s.getBody()),
        () -> s.getUpdate().forEach(this::statement));
  }

  private void statement(Expression e) {
    reader.value(e, Want.statement(Optional.empty()));
  }

  void forEach(ForEachStmt s, String label) {
    Type of = reader.attribution.type(s.getIterable());
    Value items = reader.value(s.getIterable());
    Local local = reader.locals.of((Node) s.getVariableDeclarator());
    Runnable block = () -> reader.statements.read(s.getBody());
    boolean array =
        reader.attribution.types().upperBounds(of).stream().anyMatch(Type.Array.class::isInstance);
    if (array) {
      flow.overArray(head(s, label), local, items, block);
      return;
    }
    int line = BodyReader.line(s);
    Value iterator = reader.addedCall(line, of, "iterator", items, Want.USED);
    Want want = reader.operators.wantLocal(local);
    flow.overIterator(
        head(s, label),
        line,
        () -> reader.addedCall(line, ITERATOR, "hasNext", iterator, Want.USED),
        local,
        () -> reader.addedCall(line, ITERATOR, "next", iterator, want),
        block);
  }
}
