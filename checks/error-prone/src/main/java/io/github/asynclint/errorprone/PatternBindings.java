package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBindingPattern;
import com.sun.tools.javac.tree.TreeScanner;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;

/** Which variables does a pattern bind, and to what? */
final class PatternBindings {
  private PatternBindings() {}

  /** A type pattern binds the tested value; what a record pattern takes apart is unknown. */
  static void bind(JCTree pattern, Value value, BodyBuilder<VarSymbol> body) {
    if (pattern == null) {
      return;
    }
    new TreeScanner() {
      @Override
      public void visitBindingPattern(JCBindingPattern tree) {
        if (tree.var.sym != null) {
          body.declare(tree.var.sym, tree == pattern ? value : Value.UNKNOWN);
        }
      }
    }.scan(pattern);
  }

  static Type type(JCTree pattern) {
    return pattern instanceof JCBindingPattern binding && binding.var.sym != null
        ? binding.var.sym.type
        : pattern.type;
  }
}
