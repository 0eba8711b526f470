package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.source.types.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does a loop do, and what do locals hold that it assigns? */
final class LoopFacts {
  private static final Type ITERATOR = Type.of("java.util.Iterator");

  /** Reads what is repeated; leaves the state of its end and gives the one of its normal exit. */
  private interface Repeated {
    Optional<State> read(BodyBuilder.Target target);
  }

  private final BodyReader reader;
  private final BodyBuilder body;

  LoopFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  void whileLoop(WhileStmt s, String label) {
    loop(
        s,
        label,
        target -> {
          ConditionFacts.Outcome outcome = reader.conditions.read(s.getCondition());
          body.state = outcome.whenTrue();
          reader.statements.read(s.getBody());
          body.state = State.join(body.state, target.continues);
          return outcome.whenFalse();
        });
  }

  void doLoop(DoStmt s, String label) {
    loop(
        s,
        label,
        target -> {
          reader.statements.read(s.getBody());
          body.state = State.join(body.state, target.continues);
          if (!body.reachable()) {
            return Optional.empty();
          }
          ConditionFacts.Outcome outcome = reader.conditions.read(s.getCondition());
          body.state = outcome.whenTrue();
          return outcome.whenFalse();
        });
  }

  void forLoop(ForStmt s, String label) {
    s.getInitialization().forEach(this::statement);
    loop(
        s,
        label,
        target -> {
          Optional<State> done = Optional.empty();
          if (s.getCompare().isPresent()) {
            ConditionFacts.Outcome outcome = reader.conditions.read(s.getCompare().get());
            body.state = outcome.whenTrue();
            done = outcome.whenFalse();
          }
          reader.statements.read(s.getBody());
          body.state = State.join(body.state, target.continues);
          if (body.reachable()) {
            s.getUpdate().forEach(this::statement);
          }
          return done;
        });
  }

  private void statement(Expression e) {
    reader.value(e, Want.statement(Optional.empty()));
  }

  void forEach(ForEachStmt s, String label) {
    Type of = reader.attribution.type(s.getIterable());
    Value items = reader.value(s.getIterable());
    VariableDeclarator variable = s.getVariableDeclarator();
    Local local = reader.locals.of((Node) variable);
    boolean array =
        reader.attribution.types().upperBounds(of).stream().anyMatch(Type.Array.class::isInstance);
    if (array) {
      loop(
          s,
          label,
          target -> {
            Optional<State> done = body.state;
            body.declare(local, Values.element(items));
            reader.statements.read(s.getBody());
            body.state = State.join(body.state, target.continues);
            return done;
          });
      return;
    }
    int line = BodyReader.line(s);
    Value iterator = reader.addedCall(line, of, "iterator", items, Want.USED);
    loop(s, label, target -> step(s, line, iterator, local, target));
  }

  private Optional<State> step(
      ForEachStmt s, int line, Value iterator, Local local, BodyBuilder.Target target) {
    Value more = reader.addedCall(line, ITERATOR, "hasNext", iterator, Want.USED);
    reader.use(s, List.of(more));
    Optional<State> done = body.state;
    body.enter(body.region(id -> new Region.Branch(id, more, true)));
    Want want = reader.operators.wantLocal(local);
    body.declare(local, reader.addedCall(line, ITERATOR, "next", iterator, want));
    reader.statements.read(s.getBody());
    body.state = State.join(body.state, target.continues);
    return done;
  }

  private void loop(Node s, String label, Repeated repeated) {
    if (!body.reachable()) {
      return;
    }
    List<Integer> around = body.state.get().regions();
    Map<Local, Value> carried = new LinkedHashMap<>();
    for (Local local : reader.locals.assigned(s)) {
      Set<Value> atEntry = body.state.get().locals().get(local);
      if (atEntry != null) {
        carried.put(local, body.loops.open(atEntry));
      }
    }
    carried.forEach(body::assign);
    body.enter(body.region(Region.Loop::new));
    BodyBuilder.Target target = new BodyBuilder.Target(label, BodyBuilder.Jump.LOOP);
    body.targets.add(target);
    Optional<State> done = repeated.read(target);
    body.targets.remove(target);
    body.state.ifPresent(
        at ->
            carried.forEach(
                (local, placeholder) ->
                    body.loops.add(placeholder, at.locals().getOrDefault(local, Set.of()))));
    body.state = State.join(done, target.breaks).map(at -> at.in(around));
  }
}
