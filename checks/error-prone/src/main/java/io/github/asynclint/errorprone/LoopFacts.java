package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCDoWhileLoop;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does a loop do, and what do locals hold that it assigns? */
final class LoopFacts {
  private final BodyReader reader;
  private final BodyBuilder body;

  LoopFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  void whileLoop(JCWhileLoop tree, String label) {
    loop(
        tree,
        label,
        target -> {
          ConditionFacts.Outcome outcome = reader.conditions.read(tree.cond);
          body.state = outcome.whenTrue();
          reader.statements.read(tree.body);
          body.state = State.join(body.state, target.continues);
          return outcome.whenFalse();
        });
  }

  void doLoop(JCDoWhileLoop tree, String label) {
    loop(
        tree,
        label,
        target -> {
          reader.statements.read(tree.body);
          body.state = State.join(body.state, target.continues);
          if (!body.reachable()) {
            return Optional.empty();
          }
          ConditionFacts.Outcome outcome = reader.conditions.read(tree.cond);
          body.state = outcome.whenTrue();
          return outcome.whenFalse();
        });
  }

  void forLoop(JCForLoop tree, String label) {
    reader.statements.readHeader(tree.init);
    loop(
        tree,
        label,
        target -> {
          Optional<State> done = Optional.empty();
          if (tree.cond != null) {
            ConditionFacts.Outcome outcome = reader.conditions.read(tree.cond);
            body.state = outcome.whenTrue();
            done = outcome.whenFalse();
          }
          reader.statements.read(tree.body);
          body.state = State.join(body.state, target.continues);
          reader.statements.readHeader(tree.step);
          return done;
        });
  }

  void forEach(JCEnhancedForLoop tree, String label) {
    Value items = reader.value(tree.expr);
    if (reader.symbols.types.elemtype(tree.expr.type) != null) {
      loop(
          tree,
          label,
          target -> {
            Optional<State> done = body.state;
            body.declare(tree.var.sym, Values.element(items));
            reader.statements.read(tree.body);
            body.state = State.join(body.state, target.continues);
            return done;
          });
      return;
    }
    int line = reader.file.startLine(tree);
    Type type = reader.symbols.types.cvarUpperBound(tree.expr.type);
    Value iterator =
        reader
            .symbols
            .findMethod(type, "iterator")
            .map(m -> reader.addedCall(line, m, reader.symbols.name(type), items, Want.USED))
            .orElse(Value.UNKNOWN);
    loop(tree, label, target -> step(tree, line, iterator, target));
  }

  private Optional<State> step(
      JCEnhancedForLoop tree, int line, Value iterator, BodyBuilder.Target target) {
    Value more = iteratorCall(line, "hasNext", iterator, Want.USED);
    List<Value> used = List.of(more);
    body.add(
        line,
        id -> place -> new io.github.asynclint.engine.facts.Event.Use(id, place, used));
    Optional<State> done = body.state;
    int branch = body.region(id -> new Region.Branch(id, more, true));
    body.enter(branch);
    Want want = reader.operators.wantLocal(tree.var.sym);
    body.declare(tree.var.sym, iteratorCall(line, "next", iterator, want));
    reader.statements.read(tree.body);
    body.state = State.join(body.state, target.continues);
    return done;
  }

  private Value iteratorCall(int line, String name, Value iterator, Want want) {
    Type type = reader.symbols.symtab.iteratorType;
    Optional<MethodSymbol> method = reader.symbols.findMethod(type, name);
    return method
        .map(m -> reader.addedCall(line, m, reader.symbols.name(type), iterator, want))
        .orElse(Value.UNKNOWN);
  }

  /** Reads what is repeated; leaves the state of its end and gives the one of its normal exit. */
  private interface Repeated {
    Optional<State> read(BodyBuilder.Target target);
  }

  private void loop(JCTree tree, String label, Repeated repeated) {
    if (!body.reachable()) {
      return;
    }
    List<Integer> around = body.state.get().regions();
    Map<VarSymbol, Value> carried = new LinkedHashMap<>();
    for (VarSymbol local : LocalScanner.assigned(tree)) {
      Set<Value> atEntry = body.state.get().locals().get(local);
      if (atEntry != null) {
        carried.put(local, body.loops.open(atEntry));
      }
    }
    carried.forEach(body::assign);
    int region = body.region(Region.Loop::new);
    body.enter(region);
    BodyBuilder.Target target = new BodyBuilder.Target(label, BodyBuilder.Jump.LOOP);
    body.targets.add(target);
    Optional<State> done = repeated.read(target);
    body.targets.remove(target);
    body.state.ifPresent(
        at ->
            carried.forEach(
                (local, placeholder) ->
                    body.loops.add(placeholder, at.locals().getOrDefault(local, Set.of()))));
    body.state = State.join(done, target.breaks).map(at -> at.in(around));
  }
}
