package io.github.asynclint.source;

import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Switches;
import java.util.List;

/** What does a switch choose from? */
final class SwitchFacts {
  private final BodyReader reader;
  private final Switches<Local> flow;

  SwitchFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Switches<>(reader.body);
  }

  void statement(SwitchStmt s, String label) {
    Value selector = reader.value(s.getSelector());
    List<Switches.Arm<Local>> arms =
        s.getEntries().stream()
            .map(arm -> arm(arm, selector, () -> reader.statements.readAll(arm.getStatements())))
            .toList();
    flow.statement(label, BodyReader.line(s.getSelector()), selector, arms);
  }

  Value expression(SwitchExpr e) {
    reader.attribution.type(e);
    Value selector = reader.value(e.getSelector());
    List<Switches.Arm<Local>> arms =
        e.getEntries().stream().map(arm -> arm(arm, selector, () -> valueOf(arm))).toList();
    return flow.expression(BodyReader.line(e.getSelector()), selector, arms);
  }

  private Switches.Arm<Local> arm(SwitchEntry arm, Value selector, Runnable block) {
    return new Switches.Arm<>(
        arm.isDefault() || arm.getLabels().isEmpty(),
        () -> arm.getLabels().forEach(label -> reader.expressions.bind(label, selector)),
        arm.getGuard().map(guard -> () -> reader.conditions.read(guard)),
        arm.getType() == SwitchEntry.Type.STATEMENT_GROUP,
        block);
  }

  /** An arrow's expression is the value of a switch expression. */
  private void valueOf(SwitchEntry arm) {
    boolean arrow = arm.getType() == SwitchEntry.Type.EXPRESSION;
    if (arrow && arm.getStatement(0) instanceof ExpressionStmt result) {
      if (reader.body.reachable()) {
        reader.statements.jumps.yielded(reader.value(result.getExpression()));
      }
      return;
    }
    reader.statements.readAll(arm.getStatements());
  }
}
