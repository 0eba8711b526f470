package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.UnionType;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does a try statement protect, and what do its handlers do? */
final class TryFacts {
  private final BodyReader reader;
  private final BodyBuilder body;

  TryFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  void read(TryStmt s) {
    int line = BodyReader.line(s);
    List<Expression> resources = s.getResources();
    if (s.getCatchClauses().isEmpty() && s.getFinallyBlock().isEmpty()) {
      resources(resources, s.getTryBlock(), line);
      return;
    }
    int region = body.region(Region.Try::new);
    withFinally(
        region,
        () -> handled(s, region, line),
        s.getFinallyBlock().map(block -> () -> reader.statements.read(block)));
  }

  private void handled(TryStmt s, int region, int line) {
    State entry = body.state.get();
    BodyBuilder.Watch watch = watch(entry);
    body.enter(region);
    resources(s.getResources(), s.getTryBlock(), line);
    body.leave(region);
    body.watches.remove(watch);
    for (CatchClause handler : s.getCatchClauses()) {
      Optional<State> before = body.state;
      body.state = Optional.of(watch.seen.in(entry.regions()));
      List<String> types = types(handler);
      int caught = body.region(id -> new Region.Catch(id, region, types));
      body.enter(caught);
      body.declare(reader.locals.of(handler.getParameter()), new Value.Caught(caught));
      reader.statements.read(handler.getBody());
      body.leave(caught);
      body.state = State.join(before, body.state);
    }
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
      body.declare(local, resource);
    } else {
      type = reader.attribution.type(first);
      resource = reader.value(first);
    }
    int region = body.region(Region.Try::new);
    withFinally(
        region,
        () -> {
          body.enter(region);
          resources(resources.subList(1, resources.size()), block, line);
          body.leave(region);
        },
        Optional.of(() -> reader.addedCall(line, type, "close", resource, Want.USED)));
  }

  /** Runs the block and then its finally block, which may follow any point of the block. */
  private void withFinally(int region, Runnable block, Optional<Runnable> after) {
    if (!body.reachable()) {
      return;
    }
    if (after.isEmpty()) {
      block.run();
      return;
    }
    State entry = body.state.get();
    BodyBuilder.Watch inside = watch(entry);
    block.run();
    body.watches.remove(inside);
    Optional<State> normal = body.state;

    BodyBuilder.Watch assigned = watch(State.START);
    body.state = Optional.of(inside.seen.in(entry.regions()));
    int cleanup = body.region(id -> new Region.Finally(id, region));
    body.enter(cleanup);
    after.get().run();
    body.watches.remove(assigned);
    Optional<State> end = body.state;
    body.state = end.isEmpty() ? Optional.empty() : normal;
    for (Map.Entry<Local, Set<Value>> write : assigned.seen.locals().entrySet()) {
      Set<Value> last = end.map(at -> at.locals().get(write.getKey())).orElse(Set.of());
      body.state = body.state.map(at -> at.assign(write.getKey(), last));
    }
  }

  private BodyBuilder.Watch watch(State entry) {
    BodyBuilder.Watch watch = new BodyBuilder.Watch(entry);
    body.watches.add(watch);
    return watch;
  }
}
