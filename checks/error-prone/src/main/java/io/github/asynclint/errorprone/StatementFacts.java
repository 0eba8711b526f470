package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCAssert;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCBreak;
import com.sun.tools.javac.tree.JCTree.JCContinue;
import com.sun.tools.javac.tree.JCTree.JCDoWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCIf;
import com.sun.tools.javac.tree.JCTree.JCLabeledStatement;
import com.sun.tools.javac.tree.JCTree.JCReturn;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSynchronized;
import com.sun.tools.javac.tree.JCTree.JCThrow;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCYield;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Jumps;
import io.github.asynclint.engine.facts.build.Want;
import java.util.List;
import java.util.Optional;

/** What does a statement do, and what holds after it? */
final class StatementFacts {
  private final BodyReader reader;
  private final BodyBuilder<VarSymbol> body;
  private final Jumps<VarSymbol> jumps;

  StatementFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.jumps = new Jumps<>(reader.body);
  }

  void readAll(List<? extends JCStatement> statements) {
    for (JCStatement statement : statements) {
      read(statement);
    }
  }

  void read(JCStatement tree) {
    read(tree, "");
  }

  private void read(JCStatement tree, String label) {
    if (!body.reachable()) {
      return;
    }
    if (tree instanceof JCBlock block) {
      readAll(block.stats);
    } else if (tree instanceof JCExpressionStatement statement) {
      reader.value(statement.expr, Want.statement(reader.file.span(statement)));
    } else if (tree instanceof JCVariableDecl variable) {
      variable(variable);
    } else if (tree instanceof JCIf branch) {
      branch(branch);
    } else if (tree instanceof JCReturn returned) {
      Optional<Value> value = Optional.ofNullable(returned.expr).map(reader::value);
      body.returned(reader.file.startLine(returned), value);
    } else if (tree instanceof JCThrow thrown) {
      body.thrown(reader.file.startLine(thrown), reader.value(thrown.expr));
    } else if (tree instanceof JCWhileLoop loop) {
      reader.loops.whileLoop(loop, label);
    } else if (tree instanceof JCDoWhileLoop loop) {
      reader.loops.doLoop(loop, label);
    } else if (tree instanceof JCForLoop loop) {
      reader.loops.forLoop(loop, label);
    } else if (tree instanceof JCEnhancedForLoop loop) {
      reader.loops.forEach(loop, label);
    } else if (tree instanceof JCTry attempt) {
      reader.tries.read(attempt);
    } else if (tree instanceof JCSwitch choice) {
      reader.switches.statement(choice, label);
    } else if (tree instanceof JCSynchronized lock) {
      body.locked(reader.value(lock.lock), () -> read(lock.body));
    } else {
      readJump(tree);
    }
  }

  private void readJump(JCStatement tree) {
    if (tree instanceof JCLabeledStatement labeled) {
      labeled(labeled);
    } else if (tree instanceof JCBreak jump) {
      jumps.breakTo(jump.label == null ? "" : jump.label.toString());
    } else if (tree instanceof JCContinue jump) {
      jumps.continueTo(jump.label == null ? "" : jump.label.toString());
    } else if (tree instanceof JCYield yielded) {
      jumps.yielded(reader.value(yielded.value));
    } else if (tree instanceof JCAssert check) {
      reader.conditions.flow.assertion(
          () -> reader.conditions.read(check.cond),
          () -> Optional.ofNullable(check.detail).ifPresent(reader::value));
    }
  }

  /** The parts of a {@code for} header are statements without a semicolon of their own. */
  void readHeader(List<? extends JCStatement> statements) {
    for (JCStatement statement : statements) {
      if (statement instanceof JCExpressionStatement expression && body.reachable()) {
        reader.value(expression.expr, Want.statement(Optional.empty()));
      } else {
        read(statement);
      }
    }
  }

  private void variable(JCVariableDecl tree) {
    body.declare(tree.sym);
    if (tree.init != null) {
      body.assign(tree.sym, reader.value(tree.init, reader.operators.wantLocal(tree.sym)));
    }
  }

  private void branch(JCIf tree) {
    reader.conditions.flow.branch(
        reader.conditions.read(tree.cond),
        () -> read(tree.thenpart),
        () -> Optional.ofNullable(tree.elsepart).ifPresent(this::read));
  }

  private void labeled(JCLabeledStatement tree) {
    String label = tree.label.toString();
    boolean loop =
        tree.body instanceof JCWhileLoop
            || tree.body instanceof JCDoWhileLoop
            || tree.body instanceof JCForLoop
            || tree.body instanceof JCEnhancedForLoop;
    if (loop) {
      read(tree.body, label);
    } else {
      jumps.labeled(label, () -> read(tree.body));
    }
  }
}
