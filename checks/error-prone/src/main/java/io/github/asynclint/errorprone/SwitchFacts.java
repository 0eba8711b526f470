package io.github.asynclint.errorprone;

import com.sun.source.tree.CaseTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.Switches;
import java.util.List;

/** What does a switch choose from? */
final class SwitchFacts {
  private final BodyReader reader;
  private final Switches<VarSymbol> flow;

  SwitchFacts(BodyReader reader) {
    this.reader = reader;
    this.flow = new Switches<>(reader.body);
  }

  void statement(JCSwitch tree, String label) {
    Value selector = reader.value(tree.selector);
    int line = reader.file.startLine(tree.selector);
    flow.statement(label, line, selector, arms(tree.cases, selector));
  }

  Value expression(JCSwitchExpression tree) {
    Value selector = reader.value(tree.selector);
    int line = reader.file.startLine(tree.selector);
    return flow.expression(line, selector, arms(tree.cases, selector));
  }

  private List<Switches.Arm<VarSymbol>> arms(List<JCCase> cases, Value selector) {
    return cases.stream().map(arm -> arm(arm, selector)).toList();
  }

  private Switches.Arm<VarSymbol> arm(JCCase arm, Value selector) {
    return new Switches.Arm<>(
        CaseLabels.isDefault(arm),
        () ->
            CaseLabels.labels(arm)
                .forEach(label -> PatternBindings.bind((JCTree) label, selector, reader.body)),
        CaseLabels.guard(arm).map(guard -> () -> reader.conditions.read((JCExpression) guard)),
        arm.getCaseKind() == CaseTree.CaseKind.STATEMENT,
        () -> reader.statements.readAll(arm.stats));
  }
}
