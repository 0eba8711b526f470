package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.*;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.source.types.Type;
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

  void readAll(List<? extends Statement> statements) {
    for (Statement statement : statements) {
      read(statement);
    }
  }

  void read(Statement s) {
    read(s, "");
  }

  private void read(Statement s, String label) {
    if (!body.reachable()) {
      return;
    }
    if (s instanceof BlockStmt block) {
      readAll(block.getStatements());
    } else if (s instanceof ExpressionStmt statement) {
      expression(statement);
    } else if (s instanceof IfStmt branch) {
      branch(branch);
    } else if (s instanceof ReturnStmt returned) {
      returned(returned);
    } else if (s instanceof ThrowStmt thrown) {
      Value value = reader.value(thrown.getExpression());
      int line = BodyReader.line(thrown);
      body.add(line, id -> place -> new Event.Throw(id, place, value));
      body.state = Optional.empty();
    } else if (s instanceof WhileStmt loop) {
      reader.loops.whileLoop(loop, label);
    } else if (s instanceof DoStmt loop) {
      reader.loops.doLoop(loop, label);
    } else if (s instanceof ForStmt loop) {
      reader.loops.forLoop(loop, label);
    } else if (s instanceof ForEachStmt loop) {
      reader.loops.forEach(loop, label);
    } else if (s instanceof TryStmt attempt) {
      reader.tries.read(attempt);
    } else if (s instanceof SwitchStmt choice) {
      reader.switches.statement(choice, label);
    } else if (s instanceof SynchronizedStmt lock) {
      lock(lock);
    } else {
      jumps(s);
    }
  }

  private void jumps(Statement s) {
    if (s instanceof LabeledStmt labeled) {
      labeled(labeled);
    } else if (s instanceof BreakStmt jump) {
      jump(jump.getLabel().map(Node::toString).orElse(""), false);
    } else if (s instanceof ContinueStmt jump) {
      jump(jump.getLabel().map(Node::toString).orElse(""), true);
    } else if (s instanceof YieldStmt yielded) {
      reader.switches.yielded(reader.value(yielded.getExpression()));
    } else if (s instanceof AssertStmt check) {
      check(check);
    } else if (s instanceof ExplicitConstructorInvocationStmt call) {
      reader.calls.explicitConstructor(call);
    }
  }

  private void expression(ExpressionStmt s) {
    if (s.getExpression() instanceof VariableDeclarationExpr declaration) {
      variables(declaration);
    } else {
      reader.value(s.getExpression(), Want.statement(reader.type.unit().span(s)));
    }
  }

  void variables(VariableDeclarationExpr declaration) {
    for (VariableDeclarator variable : declaration.getVariables()) {
      Local local = reader.locals.of((Node) variable);
      body.declare(local);
      if (variable.getInitializer().isPresent()) {
        Expression value = variable.getInitializer().get();
        Type declared = reader.attribution.names().resolve(variable.getType());
        Type expected = declared.isUnknown() ? null : declared;
        body.assign(local, reader.value(value, expected, reader.operators.wantLocal(local)));
      }
    }
  }

  private void branch(IfStmt s) {
    ConditionFacts.Outcome outcome = reader.conditions.read(s.getCondition());
    body.state = outcome.whenTrue();
    read(s.getThenStmt());
    Optional<State> afterThen = body.state;
    body.state = outcome.whenFalse();
    s.getElseStmt().ifPresent(this::read);
    body.state = State.join(afterThen, body.state);
  }

  private void returned(ReturnStmt s) {
    Type expected = reader.returnType.isUnknown() ? null : reader.returnType;
    Optional<Value> value =
        s.getExpression().map(e -> reader.value(e, expected, Want.USED));
    int line = BodyReader.line(s);
    body.add(line, id -> place -> new Event.Return(id, place, value));
    body.state = Optional.empty();
  }

  private void lock(SynchronizedStmt s) {
    Value monitor = reader.value(s.getExpression());
    int region = body.region(id -> new Region.Lock(id, monitor));
    body.enter(region);
    read(s.getBody());
    body.leave(region);
  }

  private void labeled(LabeledStmt s) {
    String label = s.getLabel().getIdentifier();
    Statement inner = s.getStatement();
    if (inner instanceof WhileStmt
        || inner instanceof DoStmt
        || inner instanceof ForStmt
        || inner instanceof ForEachStmt) {
      read(inner, label);
      return;
    }
    List<Integer> around = body.state.get().regions();
    BodyBuilder.Target target = new BodyBuilder.Target(label, BodyBuilder.Jump.LABELED);
    body.targets.add(target);
    read(inner);
    body.targets.remove(target);
    body.state = State.join(body.state, target.breaks.map(at -> body.outOf(at, around)));
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
  private void check(AssertStmt s) {
    State before = body.state.get();
    ConditionFacts.Outcome outcome = reader.conditions.read(s.getCheck());
    body.state = outcome.whenFalse();
    if (body.reachable()) {
      s.getMessage().ifPresent(reader::value);
    }
    body.state =
        Optional.of(
            outcome.whenTrue().map(at -> at.in(before.regions()).join(before)).orElse(before));
  }
}
