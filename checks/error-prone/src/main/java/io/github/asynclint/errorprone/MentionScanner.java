package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCSynchronized;
import com.sun.tools.javac.tree.JCTree.JCTry;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What do the methods of a class of this compilation name? One walk over its tree, without facts. */
final class MentionScanner extends TreeScanner {
  private final JavacSymbols symbols;
  private final JCClassDecl type;
  private final Set<String> read = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Mentions.Builder named = new Mentions.Builder();

  private MentionScanner(JavacSymbols symbols, JCClassDecl type) {
    this.symbols = symbols;
    this.type = type;
  }

  /** Nothing for a class that is not attributed (yet). */
  static Map<MethodRef, Mentions> read(JavacSymbols symbols, JCClassDecl type) {
    Map<MethodRef, Mentions> mentions = new HashMap<>();
    try {
      Mentions initializers = new MentionScanner(symbols, type).ofInitializers(false);
      for (JCTree member : type.defs) {
        if (member instanceof JCMethodDecl method && method.sym != null) {
          Mentions own = new MentionScanner(symbols, type).ofMethod(method);
          mentions.put(
              symbols.method(method.sym),
              method.sym.isConstructor() ? own.and(initializers) : own);
        }
      }
      mentions.put(
          new MethodRef(
              symbols.name(type.sym), MethodRef.STATIC_INITIALIZER, List.of(), "void"),
          new MentionScanner(symbols, type).ofInitializers(true));
    } catch (LocalScanner.NotAttributed e) {
      return Map.of();
    }
    return mentions;
  }

  private Mentions ofMethod(JCMethodDecl method) {
    if ((method.sym.flags() & Flags.SYNCHRONIZED) != 0) {
      named.lock();
    }
    if (method.sym.isConstructor()) {
      // The call of the superclass's constructor may be implied, and a record writes its fields.
      name(method.sym.owner.type, "<init>", List.of());
      name(symbols.types.supertype(method.sym.owner.type), "<init>", List.of());
      for (JCTree member : type.defs) {
        if (member instanceof JCVariableDecl field && field.sym != null) {
          named.field(new Mentions.Field(symbols.name(type.sym), field.name.toString(), true));
        }
      }
    }
    scan(method.body);
    return finish();
  }

  private Mentions ofInitializers(boolean isStatic) {
    for (JCTree member : type.defs) {
      if (member instanceof JCBlock block && ((block.flags & Flags.STATIC) != 0) == isStatic) {
        scan(block);
      } else if (member instanceof JCVariableDecl field
          && field.init != null
          && field.sym != null
          && field.sym.isStatic() == isStatic) {
        write(field.sym);
        scan(field.init);
      }
    }
    return finish();
  }

  private Mentions finish() {
    if (written.stream().anyMatch(read::contains)) {
      named.change();
    }
    return named.build();
  }

  private void name(Type on, String name, List<String> parameters) {
    named.call(new Mentions.Member(symbols.name(on), name, parameters), "");
  }

  private void call(MethodSymbol symbol, Optional<Type> site) {
    MethodRef method = symbols.method(symbol);
    Mentions.Member member =
        new Mentions.Member(method.owner(), method.name(), method.parameters());
    named.call(member, method.resultType());
    site.map(symbols::name)
        .filter(on -> !on.isEmpty() && !on.equals(method.owner()))
        .ifPresent(
            on -> named.call(new Mentions.Member(on, method.name(), method.parameters()), ""));
  }

  private void read(VarSymbol field) {
    read.add(field.name.toString());
    field(field, false);
  }

  private void write(VarSymbol field) {
    written.add(field.name.toString());
    field(field, true);
  }

  private void field(VarSymbol field, boolean isWritten) {
    if (field.owner instanceof ClassSymbol owner) {
      named.field(
          new Mentions.Field(symbols.name(owner), field.name.toString(), isWritten));
    }
  }

  @Override
  public void visitClassDef(JCClassDecl tree) {
    // A class inside is a class of its own; what it names is asked of it.
  }

  @Override
  public void visitApply(JCMethodInvocation tree) {
    if (tree.type == null) {
      throw new LocalScanner.NotAttributed();
    }
    JCTree method = TreeInfo.skipParens((JCTree) tree.meth);
    if (TreeInfo.symbol(method) instanceof MethodSymbol symbol) {
      Optional<Type> site =
          method instanceof JCFieldAccess access
              ? Optional.ofNullable(access.selected.type)
              : holder(symbol).map(holder -> holder.type);
      call(symbol, site);
    }
    super.visitApply(tree);
  }

  /** The class around the code that has the method. */
  private Optional<ClassSymbol> holder(MethodSymbol method) {
    ClassSymbol at = type.sym;
    while (at != null && !at.isSubClass(method.owner, symbols.types)) {
      at = at.owner.enclClass();
    }
    return Optional.ofNullable(at);
  }

  @Override
  public void visitNewClass(JCNewClass tree) {
    if (tree.type == null) {
      throw new LocalScanner.NotAttributed();
    }
    if (tree.constructor instanceof MethodSymbol constructor) {
      call(constructor, Optional.empty());
    }
    super.visitNewClass(tree);
  }

  @Override
  public void visitLambda(JCLambda tree) {
    named.function();
    super.visitLambda(tree);
  }

  @Override
  public void visitReference(JCMemberReference tree) {
    named.function();
    if (tree.sym instanceof MethodSymbol symbol && symbol.owner instanceof ClassSymbol) {
      call(symbol, Optional.ofNullable(tree.expr.type));
    }
    super.visitReference(tree);
  }

  @Override
  public void visitIdent(JCIdent tree) {
    if (tree.sym instanceof VarSymbol field && JavacSymbols.isField(field)) {
      read(field);
    }
  }

  @Override
  public void visitSelect(JCFieldAccess tree) {
    if (tree.sym instanceof VarSymbol field && JavacSymbols.isField(field)) {
      read(field);
    }
    super.visitSelect(tree);
  }

  @Override
  public void visitAssign(JCAssign tree) {
    JCTree target = TreeInfo.skipParens((JCTree) tree.lhs);
    Symbol symbol = TreeInfo.symbol(target);
    if (symbol instanceof VarSymbol field && JavacSymbols.isField(field)) {
      write(field);
      if (target instanceof JCFieldAccess access) {
        scan(access.selected);
      }
    } else {
      scan(target);
    }
    scan(tree.rhs);
  }

  @Override
  public void visitAssignop(JCAssignOp tree) {
    changed(tree.lhs);
    super.visitAssignop(tree);
  }

  @Override
  public void visitUnary(JCUnary tree) {
    if (tree.getTag().isIncOrDecUnaryOp()) {
      changed(tree.arg);
    }
    super.visitUnary(tree);
  }

  private void changed(JCTree tree) {
    Symbol symbol = TreeInfo.symbol(TreeInfo.skipParens(tree));
    if (symbol instanceof VarSymbol field && JavacSymbols.isField(field)) {
      named.change();
      write(field);
    }
  }

  @Override
  public void visitSynchronized(JCSynchronized tree) {
    named.lock();
    super.visitSynchronized(tree);
  }

  @Override
  public void visitForeachLoop(JCEnhancedForLoop tree) {
    if (tree.expr.type == null) {
      throw new LocalScanner.NotAttributed();
    }
    if (!tree.expr.type.hasTag(TypeTag.ARRAY)) {
      added(tree.expr.type, "iterator");
      added(symbols.symtab.iteratorType, "hasNext");
      added(symbols.symtab.iteratorType, "next");
    }
    super.visitForeachLoop(tree);
  }

  @Override
  public void visitTry(JCTry tree) {
    for (JCTree resource : tree.resources) {
      Type opened =
          resource instanceof JCVariableDecl variable
              ? variable.sym == null ? null : variable.sym.type
              : resource.type;
      if (opened == null) {
        throw new LocalScanner.NotAttributed();
      }
      added(opened, "close");
    }
    super.visitTry(tree);
  }

  /** A call that the compiler adds. */
  private void added(Type on, String name) {
    symbols.findMethod(on, name).ifPresent(symbol -> call(symbol, Optional.of(on)));
  }
}
