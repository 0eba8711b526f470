package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.asynclint.engine.facts.CallSpans;
import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Span;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.build.BodyBuilder;
import io.github.asynclint.engine.facts.build.Receiver;
import io.github.asynclint.engine.facts.build.Transparent;
import io.github.asynclint.engine.facts.build.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What does a call of a method or constructor do? */
final class CallFacts {
  private final BodyReader reader;
  private final BodyBuilder<VarSymbol> body;
  private final JavacSymbols symbols;

  CallFacts(BodyReader reader) {
    this.reader = reader;
    this.body = reader.body;
    this.symbols = reader.symbols;
  }

  Value call(JCMethodInvocation tree, Want want) {
    JCTree method = TreeInfo.skipParens((JCTree) tree.meth);
    if (!(TreeInfo.symbol(method) instanceof MethodSymbol symbol)) {
      tree.args.forEach(reader::value);
      return Value.UNKNOWN;
    }
    MethodRef target = symbols.method(symbol);
    if (Transparent.isBoxing(target, symbol.isStatic())) {
      return reader.value(tree.args.head);
    } else if (Transparent.isUnboxing(target) && method instanceof JCFieldAccess access) {
      return reader.value(access.selected);
    } else if (Transparent.isNullCheck(target, want)) {
      return reader.value(tree.args.head);
    }
    Receiver receiver = receiver(method, symbol);
    List<Value> arguments = arguments(tree.args, symbol, tree.varargsElement);
    if (symbol.isConstructor() && symbol.owner == symbols.symtab.enumSym) {
      return Value.UNKNOWN;
    }
    return body.call(
        nameLine(method),
        target,
        receiver,
        arguments,
        want.of(target),
        Map.of(),
        spans(tree, method, want));
  }

  private Receiver receiver(JCTree method, MethodSymbol symbol) {
    String owner = symbols.name((ClassSymbol) symbol.owner);
    if (symbol.isConstructor()) {
      if (method instanceof JCFieldAccess access) {
        reader.value(access.selected);
      }
      return new Receiver(Optional.of(Value.THIS), owner, Dispatch.CONSTRUCTOR);
    } else if (method instanceof JCFieldAccess access) {
      Optional<Value> value = reader.expressions.explicitReceiver(access);
      return new Receiver(
          value,
          symbol.isStatic() ? owner : compiledType(symbol, access.selected.type),
          dispatch(symbol, Optional.of(access.selected)));
    }
    ClassSymbol holder = reader.expressions.holder(symbol);
    return new Receiver(
        reader.expressions.implicitReceiver(symbol),
        symbol.isStatic() ? owner : compiledType(symbol, holder.type),
        dispatch(symbol, Optional.empty()));
  }

  /**
   * Methods of Object are compiled as such, whatever the receiver's static type is; a receiver whose
   * type is an intersection is cast to the owner.
   */
  private String compiledType(MethodSymbol symbol, Type type) {
    Type erased = symbols.types.erasure(type);
    boolean member = erased.tsym.isSubClass(symbol.owner, symbols.types);
    if (erased.tsym == symbols.symtab.arrayClass) {
      return symbols.name(type);
    }
    return symbol.owner == symbols.symtab.objectType.tsym || !member
        ? symbols.name((ClassSymbol) symbol.owner)
        : symbols.name(type);
  }

  static Dispatch dispatch(MethodSymbol symbol, Optional<JCExpression> qualifier) {
    if (symbol.isStatic()) {
      return Dispatch.STATIC;
    } else if (symbol.isConstructor()) {
      return Dispatch.CONSTRUCTOR;
    }
    boolean exact =
        JavacSymbols.isPrivate(symbol) || qualifier.filter(CallFacts::isSuper).isPresent();
    return exact ? Dispatch.EXACT : Dispatch.VIRTUAL;
  }

  static boolean isSuper(JCExpression tree) {
    return tree instanceof JCIdent ident && ident.name.contentEquals("super")
        || tree instanceof JCFieldAccess access && access.name.contentEquals("super");
  }

  /** One value for each declared parameter; the variable ones are an array. */
  List<Value> arguments(
      com.sun.tools.javac.util.List<JCExpression> written, MethodSymbol symbol, Type varargs) {
    List<Value> values = new ArrayList<>();
    int fixed =
        varargs == null ? written.size() : symbols.method(symbol).parameters().size() - 1;
    int index = 0;
    List<JCExpression> variable = new ArrayList<>();
    for (JCExpression argument : written) {
      if (index++ < fixed) {
        values.add(reader.value(argument));
      } else {
        variable.add(argument);
      }
    }
    if (varargs != null) {
      int line = variable.isEmpty() ? 0 : reader.file.startLine(variable.get(0));
      Value array = body.newArray(line, elementType(symbol, varargs));
      reader.expressions.elements(array, variable);
      values.add(array);
    }
    return values;
  }

  private String elementType(MethodSymbol symbol, Type varargs) {
    String name = symbols.name(varargs);
    return name.isEmpty() ? symbols.name(symbols.types.elemtype(symbol.type.getParameterTypes().last()))
        : name;
  }

  Value create(JCNewClass tree, Want want) {
    if (!(tree.constructor instanceof MethodSymbol constructor)) {
      tree.args.forEach(reader::value);
      return Value.UNKNOWN;
    }
    if (tree.encl != null) {
      reader.value(tree.encl);
    }
    com.sun.tools.javac.util.List<JCExpression> written = tree.args;
    if (JavacSymbols.takesOuterFirst(constructor) && isQualifier(written.head)) {
      reader.value(written.head);
      written = written.tail;
    }
    List<Value> arguments = arguments(written, constructor, tree.varargsElement);
    ClassSymbol type = (ClassSymbol) constructor.owner;
    MethodRef target = symbols.method(constructor);
    Receiver receiver = new Receiver(Optional.empty(), target.owner(), Dispatch.CONSTRUCTOR);
    return body.call(
        reader.file.line(tree.pos),
        target,
        receiver,
        arguments,
        want,
        captures(type),
        createSpans(tree, want));
  }

  /** Some versions of javac make the qualifier of {@code new} the first argument. */
  private static boolean isQualifier(JCExpression tree) {
    return tree != null && tree.hasTag(JCTree.Tag.NULLCHK);
  }

  private Map<String, Value> captures(ClassSymbol type) {
    Map<String, Value> captures = new TreeMap<>();
    if (type.owner.kind == com.sun.tools.javac.code.Kinds.Kind.TYP
        || type.owner.kind == com.sun.tools.javac.code.Kinds.Kind.PCK) {
      return captures;
    }
    Optional<JCClassDecl> tree = reader.scope.classes().apply(type);
    if (tree.isPresent()) {
      for (VarSymbol local : LocalScanner.captured(tree.get(), reader.scope.classes())) {
        captures.put(local.name.toString(), body.local(local));
      }
    }
    return captures;
  }

  int nameLine(JCTree method) {
    return method instanceof JCFieldAccess access
        ? reader.expressions.nameLine(access)
        : reader.file.startLine(method);
  }

  private Optional<CallSpans> spans(JCMethodInvocation tree, JCTree method, Want want) {
    Optional<Span> name =
        method instanceof JCFieldAccess access
            ? reader.file.trailing(access, access.name.length())
            : reader.file.span(method);
    Optional<Span> receiver =
        method instanceof JCFieldAccess access
            ? reader.file.span(access.selected)
            : Optional.empty();
    return spans(tree, name, receiver, tree.args, want);
  }

  private Optional<CallSpans> createSpans(JCNewClass tree, Want want) {
    Optional<Span> name = Optional.of(new Span(tree.pos, tree.pos + "new".length()));
    Optional<Span> receiver =
        tree.encl == null ? Optional.empty() : reader.file.span(tree.encl);
    boolean written = reader.file.start(tree) <= tree.pos && !isEnumConstant(tree);
    return written ? spans(tree, name, receiver, tree.args, want) : Optional.empty();
  }

  /** The creation that an enum constant stands for has no {@code new} before the name. */
  private boolean isEnumConstant(JCNewClass tree) {
    return reader.file.start(tree.clazz) <= tree.pos;
  }

  private Optional<CallSpans> spans(
      JCTree tree,
      Optional<Span> name,
      Optional<Span> receiver,
      List<JCExpression> arguments,
      Want want) {
    Optional<Span> expression = reader.file.span(tree);
    List<Span> argumentSpans = new ArrayList<>();
    for (JCExpression argument : arguments) {
      reader.file.span(argument).ifPresent(argumentSpans::add);
    }
    return expression.isPresent() && name.isPresent() && argumentSpans.size() == arguments.size()
        ? Optional.of(
            new CallSpans(
                expression.get(), name.get(), receiver, argumentSpans, want.statement()))
        : Optional.empty();
  }
}
