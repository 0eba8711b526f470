package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;

/** Which expressions may be the value of a switch expression? */
final class SwitchResults {
  private SwitchResults() {}

  static List<Expression> of(SwitchExpr choice) {
    List<Expression> results = new ArrayList<>();
    for (SwitchEntry entry : choice.getEntries()) {
      for (Statement statement : entry.getStatements()) {
        if (entry.getType() != SwitchEntry.Type.EXPRESSION) {
          collectYields(statement, results);
        } else if (statement instanceof ExpressionStmt value) {
          results.add(value.getExpression());
        }
      }
    }
    return results;
  }

  /** Yields of a switch expression inside belong to that one. */
  private static void collectYields(Node node, List<Expression> results) {
    boolean isOwn =
        node instanceof Statement
            || node instanceof CatchClause
            || (node instanceof SwitchEntry
                && !(node.getParentNode().orElse(null) instanceof SwitchExpr));
    if (node instanceof YieldStmt yield) {
      results.add(yield.getExpression());
    } else if (isOwn) {
      node.getChildNodes().forEach(child -> collectYields(child, results));
    }
  }
}
