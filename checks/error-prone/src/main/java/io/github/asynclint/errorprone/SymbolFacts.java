package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How is the class of a symbol declared? */
final class SymbolFacts {
  private final JavacSymbols symbols;

  SymbolFacts(JavacSymbols symbols) {
    this.symbols = symbols;
  }

  TypeFacts type(ClassSymbol symbol) {
    symbol.complete();
    List<String> interfaces = new ArrayList<>();
    for (Type implemented : symbol.getInterfaces()) {
      interfaces.add(symbols.name(implemented));
    }
    Optional<String> superclass = Optional.empty();
    Type parent = symbol.getSuperclass();
    if (!symbol.isInterface() && parent != null && parent.hasTag(TypeTag.CLASS)) {
      superclass = Optional.of(symbols.name(parent));
    }
    ClassSymbol outer = symbol.owner.enclClass();
    Optional<String> enclosing =
        outer == null || outer == symbol ? Optional.empty() : Optional.of(symbols.name(outer));
    List<TypeFacts.Method> methods = new ArrayList<>();
    List<TypeFacts.Field> fields = new ArrayList<>();
    for (Symbol member : inOrder(symbol)) {
      if ((member.flags() & Flags.SYNTHETIC) != 0) {
        continue;
      }
      if (member instanceof MethodSymbol method
          && !method.name.contentEquals(MethodRef.STATIC_INITIALIZER)) {
        methods.add(method(method));
      } else if (member instanceof VarSymbol field && JavacSymbols.isField(field)) {
        fields.add(
            new TypeFacts.Field(
                symbols.field(field), symbols.modifiers(field), symbols.annotations(field)));
      }
    }
    return new TypeFacts(
        symbols.name(symbol),
        superclass,
        interfaces,
        symbols.modifiers(symbol),
        symbols.annotations(symbol),
        enclosing,
        methods,
        fields);
  }

  private TypeFacts.Method method(MethodSymbol method) {
    List<String> thrown = new ArrayList<>();
    for (Type type : method.getThrownTypes()) {
      thrown.add(symbols.name(type));
    }
    return new TypeFacts.Method(
        symbols.method(method), symbols.modifiers(method), symbols.annotations(method), thrown);
  }

  /** A scope lists its newest member first. */
  private static Iterable<Symbol> inOrder(ClassSymbol symbol) {
    Deque<Symbol> members = new ArrayDeque<>();
    for (Symbol member : symbol.members().getSymbols()) {
      members.addFirst(member);
    }
    return members;
  }
}
