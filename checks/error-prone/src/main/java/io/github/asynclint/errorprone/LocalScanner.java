package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCAssignOp;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCUnary;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which local variables does a tree read, assign, or take from around it? */
final class LocalScanner extends TreeScanner {
  /** Thrown for a tree that the compiler has not attributed (yet): there are no facts. */
  static final class NotAttributed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAttributed() {
      super("not attributed", null, false, false);
    }
  }

  private final Set<VarSymbol> read = new LinkedHashSet<>();
  private final Set<VarSymbol> assigned = new LinkedHashSet<>();
  private final Set<VarSymbol> declared = new LinkedHashSet<>();
  private final Set<ClassSymbol> created = new LinkedHashSet<>();

  private LocalScanner() {}

  static Set<VarSymbol> read(JCTree tree) {
    return scanned(tree).read;
  }

  static Set<VarSymbol> assigned(JCTree tree) {
    return scanned(tree).assigned;
  }

  /** The variables of enclosing bodies that a local or anonymous class uses. */
  static Set<VarSymbol> captured(
      JCClassDecl tree, Function<ClassSymbol, Optional<JCClassDecl>> classes) {
    Set<VarSymbol> captured = new LinkedHashSet<>();
    captured(tree, classes, new LinkedHashSet<>(), captured);
    return captured;
  }

  private static void captured(
      JCClassDecl tree,
      Function<ClassSymbol, Optional<JCClassDecl>> classes,
      Set<ClassSymbol> seen,
      Set<VarSymbol> captured) {
    if (!seen.add(tree.sym)) {
      return;
    }
    LocalScanner scanner = scanned(tree);
    Set<VarSymbol> free = new LinkedHashSet<>(scanner.read);
    free.removeIf(local -> local.getConstValue() != null);
    Set<VarSymbol> nested = new LinkedHashSet<>();
    if (tree.sym != null && tree.sym.getSuperclass().tsym instanceof ClassSymbol parent) {
      scanner.created.add(parent);
    }
    for (ClassSymbol created : scanner.created) {
      if (created.owner.kind != com.sun.tools.javac.code.Kinds.Kind.TYP
          && created.owner.kind != com.sun.tools.javac.code.Kinds.Kind.PCK) {
        classes.apply(created).ifPresent(decl -> captured(decl, classes, seen, nested));
      }
    }
    free.addAll(nested);
    free.removeAll(scanner.declared);
    captured.addAll(free);
  }

  private static LocalScanner scanned(JCTree tree) {
    LocalScanner scanner = new LocalScanner();
    scanner.scan(tree);
    return scanner;
  }

  static boolean isLocal(Symbol symbol) {
    return symbol instanceof VarSymbol
        && !JavacSymbols.isField(symbol)
        && !symbol.name.contentEquals("this")
        && !symbol.name.contentEquals("super");
  }

  private static Optional<VarSymbol> local(JCTree tree) {
    return TreeInfo.skipParens(tree) instanceof JCIdent ident && isLocal(ident.sym)
        ? Optional.of((VarSymbol) ident.sym)
        : Optional.empty();
  }

  @Override
  public void visitIdent(JCIdent tree) {
    if (isLocal(tree.sym)) {
      read.add((VarSymbol) tree.sym);
    }
  }

  @Override
  public void visitVarDef(JCVariableDecl tree) {
    if (tree.sym != null) {
      declared.add(tree.sym);
      if (tree.init != null && isLocal(tree.sym)) {
        assigned.add(tree.sym);
      }
    }
    super.visitVarDef(tree);
  }

  @Override
  public void visitAssign(JCAssign tree) {
    Optional<VarSymbol> local = local(tree.lhs);
    if (local.isPresent()) {
      assigned.add(local.get());
      scan(tree.rhs);
    } else {
      super.visitAssign(tree);
    }
  }

  @Override
  public void visitAssignop(JCAssignOp tree) {
    local(tree.lhs).ifPresent(assigned::add);
    super.visitAssignop(tree);
  }

  @Override
  public void visitUnary(JCUnary tree) {
    if (tree.hasTag(JCTree.Tag.PREINC)
        || tree.hasTag(JCTree.Tag.POSTINC)
        || tree.hasTag(JCTree.Tag.PREDEC)
        || tree.hasTag(JCTree.Tag.POSTDEC)) {
      local(tree.arg).ifPresent(assigned::add);
    }
    super.visitUnary(tree);
  }

  @Override
  public void visitApply(JCMethodInvocation tree) {
    if (tree.type == null) {
      throw new NotAttributed();
    }
    super.visitApply(tree);
  }

  @Override
  public void visitNewClass(JCNewClass tree) {
    if (tree.type == null) {
      throw new NotAttributed();
    }
    if (tree.type.tsym instanceof ClassSymbol symbol) {
      created.add(symbol);
    }
    super.visitNewClass(tree);
  }
}
