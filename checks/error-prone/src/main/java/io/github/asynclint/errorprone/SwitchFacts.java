package io.github.asynclint.errorprone;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
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

  void statement(JCSwitch tree, String label) {
    read(tree.selector, tree.cases, new BodyBuilder.Target(label, BodyBuilder.Jump.SWITCH));
  }

  Value expression(JCSwitchExpression tree) {
    BodyBuilder.Target target = new BodyBuilder.Target("", BodyBuilder.Jump.SWITCH_EXPRESSION);
    read(tree.selector, tree.cases, target);
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

  private void read(JCExpression selector, List<JCCase> cases, BodyBuilder.Target target) {
    Value value = reader.value(selector);
    reader.use(selector, List.of(value));
    if (!body.reachable()) {
      return;
    }
    State entry = body.state.get();
    boolean complete = target.kind == BodyBuilder.Jump.SWITCH_EXPRESSION;
    Optional<State> falling = Optional.empty();
    body.targets.add(target);
    for (JCCase arm : cases) {
      complete |= CaseLabels.isDefault(arm);
      int region = body.region(id -> new Region.Branch(id, value, true));
      body.state = Optional.of(entry.within(region));
      List<Integer> inArm = body.state.get().regions();
      CaseLabels.labels(arm).forEach(label -> PatternBindings.bind((JCTree) label, value, body));
      CaseLabels.guard(arm).ifPresent(this::guard);
      body.state = State.join(body.state, falling.map(at -> at.in(inArm)));
      reader.statements.readAll(arm.stats);
      falling = Optional.empty();
      if (arm.getCaseKind() == CaseTree.CaseKind.RULE) {
        target.breaks = State.join(target.breaks, body.state);
      } else {
        falling = body.state;
      }
    }
    body.targets.remove(target);
    Optional<State> after = State.join(target.breaks, falling);
    if (!complete) {
      after = State.join(after, Optional.of(entry));
    }
    body.state = after.map(at -> at.in(entry.regions()));
  }

  private void guard(Tree tree) {
    body.state = reader.conditions.read((JCExpression) tree).whenTrue();
  }
}
