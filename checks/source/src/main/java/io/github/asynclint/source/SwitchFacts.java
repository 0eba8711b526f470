package io.github.asynclint.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Optional;

/** What does a switch choose from? */
final class SwitchFacts {
  private final BodyReader reader;
  private final BodyBuilder body;

  SwitchFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  void statement(SwitchStmt s, String label) {
    read(s.getSelector(), s.getEntries(), new BodyBuilder.Target(label, BodyBuilder.Jump.SWITCH));
  }

  Value expression(SwitchExpr e) {
    reader.attribution.type(e);
    BodyBuilder.Target target = new BodyBuilder.Target("", BodyBuilder.Jump.SWITCH_EXPRESSION);
    read(e.getSelector(), e.getEntries(), target);
    return Values.choice(target.yields);
  }

  /** The value of the innermost switch expression. */
  void yielded(Value value) {
    for (int i = body.targets.size() - 1; i >= 0; i--) {
      BodyBuilder.Target target = body.targets.get(i);
      if (target.kind == BodyBuilder.Jump.SWITCH_EXPRESSION) {
        if (body.reachable()) {
          target.yields.add(value);
        }
        target.breaks = State.join(target.breaks, body.state);
        break;
      }
    }
    body.state = Optional.empty();
  }

  private void read(Expression selector, List<SwitchEntry> entries, BodyBuilder.Target target) {
    Value value = reader.value(selector);
    reader.use(selector, List.of(value));
    if (!body.reachable()) {
      return;
    }
    State entry = body.state.get();
    boolean complete = target.kind == BodyBuilder.Jump.SWITCH_EXPRESSION;
    Optional<State> falling = Optional.empty();
    body.targets.add(target);
    for (SwitchEntry arm : entries) {
      complete |= arm.isDefault() || arm.getLabels().isEmpty();
      int region = body.region(id -> new Region.Branch(id, value, true));
      body.state = Optional.of(entry.within(region));
      List<Integer> inArm = body.state.get().regions();
      arm.getLabels().forEach(label -> reader.expressions.bind(label, value));
      arm.getGuard().ifPresent(guard -> body.state = reader.conditions.read(guard).whenTrue());
      body.state = State.join(body.state, falling.map(at -> at.in(inArm)));
      falling = Optional.empty();
      body(arm, target);
      if (arm.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
        falling = body.state;
      } else {
        target.breaks = State.join(target.breaks, body.state);
      }
    }
    body.targets.remove(target);
    Optional<State> after = State.join(target.breaks, falling);
    if (!complete) {
      after = State.join(after, Optional.of(entry));
    }
    body.state = after.map(at -> at.in(entry.regions()));
  }

  /** An arrow's expression is the value of a switch expression, else a statement. */
  private void body(SwitchEntry arm, BodyBuilder.Target target) {
    boolean yields =
        arm.getType() == SwitchEntry.Type.EXPRESSION
            && target.kind == BodyBuilder.Jump.SWITCH_EXPRESSION;
    if (yields && arm.getStatement(0) instanceof ExpressionStmt result) {
      if (body.reachable()) {
        yielded(reader.value(result.getExpression()));
      }
      return;
    }
    reader.statements.readAll(arm.getStatements());
  }
}
