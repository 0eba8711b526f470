package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.UnionType;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Tries;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;

/** What does a try statement protect, and what do its handlers do? */
final class TryFacts {
  private final BodyReader reader;
  private final Tries<Local> flow;

  TryFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Tries<>(reader.body);
  }

  void read(TryStmt s) {
    List<Tries.Handler<Local>> handlers = new ArrayList<>();
    for (CatchClause handler : s.getCatchClauses()) {
      handlers.add(
          new Tries.Handler<>(
              types(handler),
              reader.locals.of(handler.getParameter()),
              () -> reader.statements.read(handler.getBody())));
    }
    flow.read(
        () -> resources(s.getResources(), s.getTryBlock(), BodyReader.line(s)),
        handlers,
        s.getFinallyBlock().map(block -> () -> reader.statements.read(block)));
  }

  private List<String> types(CatchClause handler) {
    com.github.javaparser.ast.type.Type written = handler.getParameter().getType();
    List<? extends com.github.javaparser.ast.type.Type> all =
        written instanceof UnionType union ? union.getElements() : List.of(written);
    List<String> result = new ArrayList<>();
    for (com.github.javaparser.ast.type.Type each : all) {
      String name = reader.attribution.erased(reader.attribution.names().resolve(each));
      result.add(name.isEmpty() ? CallFacts.UNRESOLVED : name);
    }
    return result;
  }

  /** Opens resources from left to right; each is closed after what follows it. */
  private void resources(List<Expression> resources, BlockStmt block, int line) {
    if (resources.isEmpty()) {
      reader.statements.read(block);
      return;
    }
    Expression first = resources.get(0);
    Value resource;
    Type type;
    if (first instanceof VariableDeclarationExpr declaration) {
      VariableDeclarator variable = declaration.getVariable(0);
      Local local = reader.locals.of((Node) variable);
      Type declared = reader.attribution.names().resolve(variable.getType());
      resource =
          variable
              .getInitializer()
              .map(
                  value ->
                      reader.value(
                          value,
                          declared.isUnknown() ? null : declared,
                          Want.local(local.name(), true)))
              .orElse(Value.UNKNOWN);
      type = reader.attribution.declared(variable);
      reader.body.declare(local, resource);
    } else {
      type = reader.attribution.type(first);
      resource = reader.value(first);
    }
    flow.closing(
        () -> resources(resources.subList(1, resources.size()), block, line),
        () -> reader.addedCall(line, type, "close", resource, Want.USED));
  }
}
