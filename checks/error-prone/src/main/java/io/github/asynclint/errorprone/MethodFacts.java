package io.github.asynclint.errorprone;

import com.sun.source.util.SourcePositions;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is the code of a method, constructor or static initializer of this compilation? */
final class MethodFacts {
  private final JavacSymbols symbols;
  private final SourceIndex index;
  private final SourcePositions positions;

  MethodFacts(JavacSymbols symbols, SourceIndex index, SourcePositions positions) {
    this.symbols = symbols;
    this.index = index;
    this.positions = positions;
  }

  /** The code of exactly that method; the class must have been attributed. */
  Optional<MethodCode> code(SourceIndex.Entry type, MethodRef ref) {
    if (ref.isStaticInitializer()) {
      return staticInitializer(type, ref);
    }
    for (JCTree member : type.tree().defs) {
      if (member instanceof JCMethodDecl method
          && method.sym != null
          && method.name.contentEquals(ref.name())
          && symbols.method(method.sym).equals(ref)) {
        return method.body == null
            ? Optional.empty()
            : Optional.of(method(type, method, ref));
      }
    }
    return Optional.empty();
  }

  /** The canonical constructor that the compiler writes for a record. */
  private boolean isGenerated(ClassSymbol type, JCMethodDecl method) {
    return (method.sym.flags() & Flags.GENERATEDCONSTR) != 0
        && isBase(symbols.types.supertype(type.type), "java.lang.Record");
  }

  private static boolean isBase(Type type, String name) {
    return type.tsym instanceof ClassSymbol base && base.flatName().contentEquals(name);
  }

  private MethodCode method(SourceIndex.Entry type, JCMethodDecl tree, MethodRef ref) {
    boolean constructs = tree.sym.isConstructor();
    Set<VarSymbol> read = LocalScanner.read(constructs ? type.tree() : tree);
    BodyReader reader = reader(type, ref, read);
    List<Variable> parameters = new ArrayList<>();
    boolean outerFirst = JavacSymbols.takesOuterFirst(tree.sym);
    for (JCVariableDecl parameter : tree.params) {
      if (outerFirst && parameter == tree.params.head) {
        reader.body.declare(parameter.sym, Value.UNKNOWN);
        continue;
      }
      reader.body.declare(parameter.sym, new Value.Parameter(parameters.size()));
      parameters.add(
          new Variable(parameter.name.toString(), symbols.name(parameter.sym.type)));
    }
    if (constructs) {
      constructor(reader, type.tree(), tree);
    } else {
      reader.statements.read(tree.body);
    }
    return finish(
        reader,
        reader.file.line(tree.pos),
        parameters,
        symbols.modifiers(tree.sym),
        symbols.annotations(tree.sym));
  }

  private BodyReader reader(SourceIndex.Entry type, MethodRef ref, Set<VarSymbol> read) {
    Scope scope =
        new Scope(
            symbols,
            new SourceFile(type.unit(), positions),
            type.tree().sym,
            read,
            index::declaration);
    return new BodyReader(scope, BodyBuilder.of(ref, local -> local.name.toString()));
  }

  private MethodCode finish(
      BodyReader reader,
      int line,
      List<Variable> parameters,
      Set<Modifier> modifiers,
      List<AnnotationFact> annotations) {
    MethodRef ref = reader.body.id().method();
    Callable callable =
        new Callable(
            reader.body.id(),
            ref.owner(),
            reader.file.name(),
            line,
            parameters,
            ref.returnType(),
            modifiers,
            annotations,
            List.of(),
            reader.body.finish());
    return new MethodCode(callable, reader.body.lambdas());
  }

  /** Initializers run after {@code super(...)}; a constructor that calls another has none. */
  private void constructor(BodyReader reader, JCClassDecl type, JCMethodDecl tree) {
    boolean initialized = false;
    boolean calls = tree.body.stats.stream().anyMatch(s -> selfCall(s).isPresent());
    if (!calls) {
      initializers(reader, type, false);
      initialized = true;
    }
    for (JCStatement statement : tree.body.stats) {
      Optional<String> call = selfCall(statement);
      if (call.isEmpty() || !isImplied(type, call.get())) {
        reader.statements.read(statement);
      }
      if (call.isPresent() && call.get().equals("super") && !initialized) {
        initializers(reader, type, false);
        initialized = true;
      }
    }
    if (TreeInfo.isCompactConstructor(tree) || isGenerated(type.sym, tree)) {
      components(reader, type, tree);
    }
  }

  /** A record's or enum's call of its base class, and any class's call of Object's constructor. */
  private boolean isImplied(JCClassDecl type, String call) {
    Type base = symbols.types.supertype(type.sym.type);
    return call.equals("super")
        && (isBase(base, "java.lang.Object")
            || isBase(base, "java.lang.Record")
            || isBase(base, "java.lang.Enum"));
  }

  private static Optional<String> selfCall(JCStatement statement) {
    if (statement instanceof JCExpressionStatement expression
        && TreeInfo.skipParens((JCTree) expression.expr) instanceof JCMethodInvocation call) {
      String name = String.valueOf(TreeInfo.name(call.meth));
      return name.equals("super") || name.equals("this") ? Optional.of(name) : Optional.empty();
    }
    return Optional.empty();
  }

  private void components(BodyReader reader, JCClassDecl type, JCMethodDecl tree) {
    for (JCVariableDecl parameter : tree.params) {
      for (JCTree member : type.defs) {
        if (member instanceof JCVariableDecl field
            && field.name == parameter.name
            && !field.sym.isStatic()) {
          write(reader, field.sym, reader.file.line(tree.pos), reader.body.local(parameter.sym));
        }
      }
    }
  }

  private void initializers(BodyReader reader, JCClassDecl type, boolean isStatic) {
    for (JCTree member : type.defs) {
      if (member instanceof JCBlock block && isStatic(block) == isStatic) {
        reader.statements.read(block);
      } else if (member instanceof JCVariableDecl field && isInitialized(field, isStatic)) {
        Value value = reader.value(field.init);
        write(reader, field.sym, reader.file.line(field.pos), value);
      }
    }
  }

  private static boolean isStatic(JCBlock block) {
    return (block.flags & Flags.STATIC) != 0;
  }

  /** A static constant is in the class file, not initialized by code. */
  private static boolean isInitialized(JCVariableDecl field, boolean isStatic) {
    return field.init != null
        && field.sym != null
        && field.sym.isStatic() == isStatic
        && !(isStatic && field.sym.getConstValue() != null);
  }

  private void write(BodyReader reader, VarSymbol field, int line, Value value) {
    FieldRef ref = symbols.field(field);
    Optional<Value> receiver = field.isStatic() ? Optional.empty() : Optional.of(Value.THIS);
    reader.body.write(line, new Value.FieldValue(ref, receiver), value, false);
  }

  private Optional<MethodCode> staticInitializer(SourceIndex.Entry type, MethodRef ref) {
    boolean exists =
        type.tree().defs.stream()
            .anyMatch(
                member ->
                    member instanceof JCBlock block && isStatic(block)
                        || member instanceof JCVariableDecl field && isInitialized(field, true));
    if (!exists) {
      return Optional.empty();
    }
    BodyReader reader = reader(type, ref, LocalScanner.read(type.tree()));
    initializers(reader, type.tree(), true);
    return Optional.of(
        finish(
            reader,
            reader.file.line(type.tree().pos),
            List.of(),
            Set.of(Modifier.STATIC),
            List.of()));
  }
}
