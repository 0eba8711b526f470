package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can a statement complete normally, and which returns does a lambda's block have? */
final class Flow {
  private Flow() {}

  /** After JLS 14.22, with constant conditions only as literals. */
  static boolean completes(Statement s) {
    if (s instanceof ReturnStmt
        || s instanceof ThrowStmt
        || s instanceof BreakStmt
        || s instanceof ContinueStmt
        || s instanceof YieldStmt) {
      return false;
    } else if (s instanceof BlockStmt block) {
      return block.getStatements().stream().allMatch(Flow::completes);
    } else if (s instanceof IfStmt branch) {
      return branch.getElseStmt().isEmpty()
          || completes(branch.getThenStmt())
          || completes(branch.getElseStmt().get());
    } else if (s instanceof WhileStmt loop) {
      return !isTrue(loop.getCondition()) || breaks(loop.getBody());
    } else if (s instanceof ForStmt loop) {
      return loop.getCompare().map(condition -> !isTrue(condition)).orElse(false)
          || breaks(loop.getBody());
    } else if (s instanceof DoStmt loop) {
      return !isTrue(loop.getCondition()) && completes(loop.getBody()) || breaks(loop.getBody());
    } else if (s instanceof LabeledStmt labeled) {
      return completes(labeled.getStatement()) || breaks(labeled.getStatement());
    } else if (s instanceof SynchronizedStmt lock) {
      return completes(lock.getBody());
    } else if (s instanceof TryStmt attempt) {
      boolean after = attempt.getFinallyBlock().map(Flow::completes).orElse(true);
      return after
          && (completes(attempt.getTryBlock())
              || attempt.getCatchClauses().stream().anyMatch(c -> completes(c.getBody())));
    } else if (s instanceof SwitchStmt choice) {
      boolean exhaustive = choice.getEntries().stream().anyMatch(e -> e.isDefault()
          || e.getLabels().isEmpty());
      return !exhaustive
          || breaks(choice)
          || choice.getEntries().stream().anyMatch(e -> isArrow(e)
              && e.getStatements().stream().allMatch(Flow::completes))
          || choice.getEntries().getLast().map(e -> e.getStatements().stream()
              .allMatch(Flow::completes)).orElse(true);
    }
    return true;
  }

  private static boolean isArrow(com.github.javaparser.ast.stmt.SwitchEntry entry) {
    return entry.getType() != com.github.javaparser.ast.stmt.SwitchEntry.Type.STATEMENT_GROUP;
  }

  private static boolean isTrue(Expression condition) {
    return Constants.fold(condition).equals(Optional.of(true));
  }

  /** Whether a break may leave the statement; labelled ones count as such. */
  private static boolean breaks(Node node) {
    if (node instanceof BreakStmt) {
      return true;
    }
    for (Node child : node.getChildNodes()) {
      boolean own = child instanceof LambdaExpr || child instanceof BodyDeclaration;
      boolean inner =
          child instanceof WhileStmt
              || child instanceof ForStmt
              || child instanceof ForEachStmt
              || child instanceof DoStmt
              || child instanceof SwitchStmt;
      if (!own && (inner ? labelledBreak(child) : breaks(child))) {
        return true;
      }
    }
    return false;
  }

  private static boolean labelledBreak(Node node) {
    if (node instanceof BreakStmt exit) {
      return exit.getLabel().isPresent();
    }
    return node.getChildNodes().stream()
        .filter(child -> !(child instanceof LambdaExpr || child instanceof BodyDeclaration))
        .anyMatch(Flow::labelledBreak);
  }

  /** The return statements of a body without those of lambdas and classes inside it. */
  static List<ReturnStmt> returns(Node body) {
    List<ReturnStmt> result = new ArrayList<>();
    collect(body, result);
    return result;
  }

  private static void collect(Node node, List<ReturnStmt> result) {
    if (node instanceof ReturnStmt found) {
      result.add(found);
    } else if (node instanceof Statement
        || node instanceof com.github.javaparser.ast.stmt.SwitchEntry
        || node instanceof com.github.javaparser.ast.stmt.CatchClause) {
      node.getChildNodes().forEach(child -> collect(child, result));
    }
  }
}
