package io.github.asynclint.errorprone;

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
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.List;
import java.util.Optional;

/** What does a statement do, and what holds after it? */
final class StatementFacts {
  private final BodyReader reader;
  private final BodyBuilder body;

  StatementFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
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
      returned(returned);
    } else if (tree instanceof JCThrow thrown) {
      Value value = reader.value(thrown.expr);
      int line = reader.file.startLine(thrown);
      body.add(line, id -> place -> new Event.Throw(id, place, value));
      body.state = Optional.empty();
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
      lock(lock);
    } else {
      jumps(tree);
    }
  }

  private void jumps(JCStatement tree) {
    if (tree instanceof JCLabeledStatement labeled) {
      labeled(labeled);
    } else if (tree instanceof JCBreak jump) {
      jump(jump.label == null ? "" : jump.label.toString(), false);
    } else if (tree instanceof JCContinue jump) {
      jump(jump.label == null ? "" : jump.label.toString(), true);
    } else if (tree instanceof JCYield yielded) {
      reader.switches.yielded(reader.value(yielded.value));
    } else if (tree instanceof JCAssert check) {
      check(check);
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
    ConditionFacts.Outcome outcome = reader.conditions.read(tree.cond);
    body.state = outcome.whenTrue();
    read(tree.thenpart);
    Optional<State> afterThen = body.state;
    body.state = outcome.whenFalse();
    if (tree.elsepart != null) {
      read(tree.elsepart);
    }
    body.state = State.join(afterThen, body.state);
  }

  private void returned(JCReturn tree) {
    Optional<Value> value = Optional.ofNullable(tree.expr).map(reader::value);
    int line = reader.file.startLine(tree);
    body.add(line, id -> place -> new Event.Return(id, place, value));
    body.state = Optional.empty();
  }

  private void lock(JCSynchronized tree) {
    Value monitor = reader.value(tree.lock);
    int region = body.region(id -> new Region.Lock(id, monitor));
    body.enter(region);
    read(tree.body);
    body.leave(region);
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
      return;
    }
    List<Integer> around = body.state.get().regions();
    BodyBuilder.Target target = new BodyBuilder.Target(label, BodyBuilder.Jump.LABELED);
    body.targets.add(target);
    read(tree.body);
    body.targets.remove(target);
    body.state =
        State.join(body.state, target.breaks.map(at -> body.outOf(at, around)));
  }

  private void jump(String label, boolean again) {
    for (int i = body.targets.size() - 1; i >= 0; i--) {
      BodyBuilder.Target target = body.targets.get(i);
      if (target.takes(label, again)) {
        if (again) {
          target.continues = State.join(target.continues, body.state);
        } else {
          target.breaks = State.join(target.breaks, body.state);
        }
        break;
      }
    }
    body.state = Optional.empty();
  }

  /** What an assertion evaluates; whether it runs at all is not a condition of the program. */
  private void check(JCAssert tree) {
    State before = body.state.get();
    ConditionFacts.Outcome outcome = reader.conditions.read(tree.cond);
    body.state = outcome.whenFalse();
    if (tree.detail != null && body.reachable()) {
      reader.value(tree.detail);
    }
    body.state =
        Optional.of(
            outcome.whenTrue().map(at -> at.in(before.regions()).join(before)).orElse(before));
  }
}
