package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which classes are compiled from source here, and where are their trees? */
final class SourceIndex {
  /** A class of this compilation: its declaration and the file around it. */
  record Entry(JCClassDecl tree, JCCompilationUnit unit) {}

  private final Symtab symtab;
  private final Enter enter;
  private final Map<String, Entry> byName = new TreeMap<>();
  private final Map<ClassSymbol, Entry> bySymbol = new HashMap<>();
  private final Map<String, JCCompilationUnit> units = new TreeMap<>();
  private boolean complete;

  SourceIndex(Context context) {
    symtab = Symtab.instance(context);
    enter = Enter.instance(context);
  }

  Optional<Entry> find(String name) {
    index();
    return Optional.ofNullable(byName.get(name));
  }

  Optional<JCClassDecl> declaration(ClassSymbol symbol) {
    index();
    return Optional.ofNullable(bySymbol.get(symbol)).map(Entry::tree);
  }

  List<String> names() {
    index();
    return new ArrayList<>(byName.keySet());
  }

  Optional<JCCompilationUnit> unit(String sourceFile) {
    index();
    return Optional.ofNullable(units.get(sourceFile));
  }

  /**
   * Walks the units of all entered classes. Local classes get their names when the code around them is
   * attributed, so until then the index is made anew each time.
   */
  private void index() {
    if (complete) {
      return;
    }
    byName.clear();
    bySymbol.clear();
    units.clear();
    complete = true;
    Set<JCCompilationUnit> entered = new LinkedHashSet<>();
    for (ClassSymbol symbol : symtab.getAllClasses()) {
      Env<AttrContext> env = enter.getEnv(symbol);
      if (env != null && env.toplevel != null) {
        entered.add(env.toplevel);
      }
    }
    List<JCCompilationUnit> sorted = new ArrayList<>(entered);
    sorted.sort(Comparator.comparing(SourceFile::name));
    sorted.forEach(this::index);
  }

  private void index(JCCompilationUnit unit) {
    units.put(SourceFile.name(unit), unit);
    new TreeScanner() {
      @Override
      public void visitClassDef(JCClassDecl tree) {
        if (tree.sym == null) {
          complete = false;
        } else {
          Entry entry = new Entry(tree, unit);
          byName.put(tree.sym.flatName().toString(), entry);
          bySymbol.put(tree.sym, entry);
        }
        super.visitClassDef(tree);
      }
    }.scan(unit);
  }
}
