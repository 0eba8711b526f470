package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCCatch;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCTypeUnion;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.asynclint.engine.facts.Region;
import io.github.asynclint.engine.facts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What does a try statement protect, and what do its handlers do? */
final class TryFacts {
  private final BodyReader reader;
  private final BodyBuilder body;

  TryFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
  }

  void read(JCTry tree) {
    int line = reader.file.startLine(tree);
    if (tree.catchers.isEmpty() && tree.finalizer == null) {
      resources(tree.resources, tree.body, line);
      return;
    }
    int region = body.region(Region.Try::new);
    withFinally(
        region,
        () -> handled(tree, region, line),
        tree.finalizer == null
            ? Optional.empty()
            : Optional.of(() -> reader.statements.read(tree.finalizer)));
  }

  private void handled(JCTry tree, int region, int line) {
    State entry = body.state.get();
    BodyBuilder.Watch watch = watch(entry);
    body.enter(region);
    resources(tree.resources, tree.body, line);
    body.leave(region);
    body.watches.remove(watch);
    for (JCCatch handler : tree.catchers) {
      Optional<State> before = body.state;
      body.state = Optional.of(watch.seen.in(entry.regions()));
      List<String> types = types(handler);
      int caught = body.region(id -> new Region.Catch(id, region, types));
      body.enter(caught);
      body.declare(handler.param.sym, new Value.Caught(caught));
      reader.statements.read(handler.body);
      body.leave(caught);
      body.state = State.join(before, body.state);
    }
  }

  private List<String> types(JCCatch handler) {
    List<String> types = new ArrayList<>();
    if (handler.param.vartype instanceof JCTypeUnion union) {
      for (JCExpression alternative : union.alternatives) {
        types.add(reader.symbols.name(alternative.type));
      }
    } else {
      types.add(reader.symbols.name(handler.param.sym.type));
    }
    return types;
  }

  /** Opens resources from left to right; each is closed after what follows it. */
  private void resources(
      com.sun.tools.javac.util.List<JCTree> resources, JCBlock block, int line) {
    if (resources.isEmpty()) {
      reader.statements.read(block);
      return;
    }
    Value resource;
    Type type = resources.head.type;
    if (resources.head instanceof JCVariableDecl variable) {
      type = variable.sym.type;
      Want want = Want.local(variable.name.toString(), true);
      resource = reader.value(variable.init, want);
      body.declare(variable.sym, resource);
    } else {
      resource = reader.value((JCExpression) resources.head);
    }
    int region = body.region(Region.Try::new);
    Type closed = type;
    withFinally(
        region,
        () -> {
          body.enter(region);
          resources(resources.tail, block, line);
          body.leave(region);
        },
        Optional.of(() -> close(closed, resource, line)));
  }

  private void close(Type type, Value resource, int line) {
    Optional<MethodSymbol> close = reader.symbols.findMethod(type, "close");
    close.ifPresent(
        method ->
            reader.addedCall(line, method, reader.symbols.name(type), resource, Want.USED));
  }

  /** Runs the block and then its finally block, which may follow any point of the block. */
  private void withFinally(int region, Runnable block, Optional<Runnable> after) {
    if (!body.reachable()) {
      return;
    }
    if (after.isEmpty()) {
      block.run();
      return;
    }
    State entry = body.state.get();
    BodyBuilder.Watch inside = watch(entry);
    block.run();
    body.watches.remove(inside);
    Optional<State> normal = body.state;

    BodyBuilder.Watch assigned = watch(State.START);
    body.state = Optional.of(inside.seen.in(entry.regions()));
    int cleanup = body.region(id -> new Region.Finally(id, region));
    body.enter(cleanup);
    after.get().run();
    body.watches.remove(assigned);
    Optional<State> end = body.state;
    body.state = end.isEmpty() ? Optional.empty() : normal;
    for (Map.Entry<VarSymbol, Set<Value>> write : assigned.seen.locals().entrySet()) {
      Set<Value> last = end.map(at -> at.locals().get(write.getKey())).orElse(Set.of());
      body.state = body.state.map(at -> at.assign(write.getKey(), last));
    }
  }

  private BodyBuilder.Watch watch(State entry) {
    BodyBuilder.Watch watch = new BodyBuilder.Watch(entry);
    body.watches.add(watch);
    return watch;
  }
}
