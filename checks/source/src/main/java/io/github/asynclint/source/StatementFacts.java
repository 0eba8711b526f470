package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.*;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Jumps;
import io.github.asynclint.engine.facts.build.Want;
import io.github.asynclint.source.types.Type;
import java.util.List;
import java.util.Optional;

/** What does a statement do, and what holds after it? */
final class StatementFacts {
  private final BodyReader reader;
  private final BodyBuilder<Local> body;
  final Jumps<Local> jumps;

  StatementFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.jumps = new Jumps<>(reader.body);
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
      body.thrown(BodyReader.line(thrown), reader.value(thrown.getExpression()));
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
      body.locked(reader.value(lock.getExpression()), () -> read(lock.getBody()));
    } else {
      readJump(s);
    }
  }

  private void readJump(Statement s) {
    if (s instanceof LabeledStmt labeled) {
      labeled(labeled);
    } else if (s instanceof BreakStmt jump) {
      jumps.breakTo(jump.getLabel().map(Node::toString).orElse(""));
    } else if (s instanceof ContinueStmt jump) {
      jumps.continueTo(jump.getLabel().map(Node::toString).orElse(""));
    } else if (s instanceof YieldStmt yielded) {
      jumps.yielded(reader.value(yielded.getExpression()));
    } else if (s instanceof AssertStmt check) {
      reader.conditions.flow.assertion(
          () -> reader.conditions.read(check.getCheck()),
          () -> check.getMessage().ifPresent(reader::value));
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
    reader.conditions.flow.branch(
        reader.conditions.read(s.getCondition()),
        () -> read(s.getThenStmt()),
        () -> s.getElseStmt().ifPresent(this::read));
  }

  private void returned(ReturnStmt s) {
    Type expected = reader.returnType.isUnknown() ? null : reader.returnType;
    Optional<Value> value =
        s.getExpression().map(e -> reader.value(e, expected, Want.USED));
    body.returned(BodyReader.line(s), value);
  }

  private void labeled(LabeledStmt s) {
    String label = s.getLabel().getIdentifier();
    Statement inner = s.getStatement();
    if (inner instanceof WhileStmt
        || inner instanceof DoStmt
        || inner instanceof ForStmt
        || inner instanceof ForEachStmt) {
      read(inner, label);
    } else {
      jumps.labeled(label, () -> read(inner));
    }
  }
}
