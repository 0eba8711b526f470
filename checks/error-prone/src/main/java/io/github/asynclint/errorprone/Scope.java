package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What surrounds the body that is read: its class, its file, which locals are ever read.
 *
 * @param classes the tree of a class of this compilation
 * @param readLocals local variables that the member reads anywhere
 */
record Scope(
    JavacSymbols symbols,
    SourceFile file,
    ClassSymbol type,
    Set<VarSymbol> readLocals,
    Function<ClassSymbol, Optional<JCClassDecl>> classes) {}
