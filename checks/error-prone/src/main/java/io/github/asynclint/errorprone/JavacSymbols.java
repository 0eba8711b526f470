package io.github.asynclint.errorprone;

import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Annotate;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How are javac's symbols and types named in facts? */
final class JavacSymbols {
  private static final Map<Long, Modifier> MODIFIERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry((long) Flags.PUBLIC, Modifier.PUBLIC),
              Map.entry((long) Flags.PROTECTED, Modifier.PROTECTED),
              Map.entry((long) Flags.PRIVATE, Modifier.PRIVATE),
              Map.entry((long) Flags.STATIC, Modifier.STATIC),
              Map.entry((long) Flags.FINAL, Modifier.FINAL),
              Map.entry((long) Flags.ABSTRACT, Modifier.ABSTRACT),
              Map.entry((long) Flags.SYNTHETIC, Modifier.SYNTHETIC)));

  final Types types;
  final Symtab symtab;
  private final Annotate annotate;

  /** One string for each name and one reference for each method: they are looked up by their hashes. */
  private final Map<Name, String> names = new HashMap<>();

  private final Map<MethodSymbol, MethodRef> methods = new HashMap<>();

  JavacSymbols(Context context) {
    types = Types.instance(context);
    symtab = Symtab.instance(context);
    annotate = Annotate.instance(context);
  }

  /** The binary name of the erased type; "" if there is none. */
  String name(Type type) {
    if (type == null) {
      return "";
    }
    Type erased = types.erasure(type);
    // Tags, not kinds: to tell the kind of a class, javac reads its class file.
    if (erased.hasTag(TypeTag.ARRAY)) {
      return name(((Type.ArrayType) erased).elemtype) + "[]";
    } else if (erased.isPrimitive() || erased.hasTag(TypeTag.VOID)) {
      return erased.getKind().name().toLowerCase(java.util.Locale.ROOT);
    } else if (erased.hasTag(TypeTag.BOT)) {
      return "java.lang.Object";
    }
    return erased.tsym instanceof ClassSymbol ? name((ClassSymbol) erased.tsym) : "";
  }

  /** javac gives the methods of arrays a class of their own; they are Object's. */
  String name(ClassSymbol symbol) {
    return symbol == symtab.arrayClass
        ? "java.lang.Object"
        : names.computeIfAbsent(symbol.flatName(), Name::toString);
  }

  MethodRef method(MethodSymbol symbol) {
    MethodRef known = methods.get(symbol);
    if (known == null) {
      known = read(symbol);
      methods.put(symbol, known);
    }
    return known;
  }

  private MethodRef read(MethodSymbol symbol) {
    Type erased = symbol.erasure(types);
    List<String> parameters = new ArrayList<>();
    for (Type parameter : erased.getParameterTypes()) {
      parameters.add(name(parameter));
    }
    if (takesOuterFirst(symbol)) {
      parameters.remove(0);
    }
    String returned = symbol.isConstructor() ? "void" : name(erased.getReturnType());
    return new MethodRef(
        name((ClassSymbol) symbol.owner),
        names.computeIfAbsent(symbol.name, Name::toString),
        parameters,
        returned);
  }

  /** The constructor of {@code outer.new Inner() {}} takes the outer instance, as no other does. */
  static boolean takesOuterFirst(MethodSymbol symbol) {
    return symbol.isConstructor()
        && symbol.owner.name.isEmpty()
        && (symbol.flags() & Flags.ANONCONSTR_BASED) != 0;
  }

  FieldRef field(VarSymbol symbol) {
    return new FieldRef(
        name((ClassSymbol) symbol.owner),
        symbol.name.toString(),
        name(symbol.type),
        symbol.isStatic());
  }

  static boolean isField(Symbol symbol) {
    return symbol instanceof VarSymbol && symbol.owner != null && symbol.owner.kind == Kinds.Kind.TYP;
  }

  static boolean isPrivate(Symbol symbol) {
    return (symbol.flags() & Flags.PRIVATE) != 0;
  }

  /** The method of that name without parameters, from superclasses first, then from interfaces. */
  Optional<MethodSymbol> findMethod(Type type, String name) {
    Type erased = types.erasure(type);
    for (Type at = erased; at != null && at.tsym instanceof ClassSymbol; at = types.supertype(at)) {
      Optional<MethodSymbol> found = declared(at, name);
      if (found.isPresent()) {
        return found;
      }
      if (at.tsym == symtab.objectType.tsym) {
        break;
      }
    }
    for (Type closure : types.closure(erased)) {
      Optional<MethodSymbol> found = declared(closure, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<MethodSymbol> declared(Type type, String name) {
    for (Symbol member : type.tsym.members().getSymbols()) {
      if (member instanceof MethodSymbol method
          && method.name.contentEquals(name)
          && method.type.getParameterTypes().isEmpty()
          && (method.flags() & Flags.SYNTHETIC) == 0) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  Set<Modifier> modifiers(Symbol symbol) {
    long flags = symbol.flags();
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    MODIFIERS.forEach(
        (flag, modifier) -> {
          if ((flags & flag) != 0) {
            modifiers.add(modifier);
          }
        });
    if (symbol instanceof MethodSymbol) {
      add(modifiers, flags, Flags.SYNCHRONIZED, Modifier.SYNCHRONIZED);
      add(modifiers, flags, Flags.NATIVE, Modifier.NATIVE);
      if (((MethodSymbol) symbol).isVarArgs()) {
        modifiers.add(Modifier.VARARGS);
      }
      if ((flags & Flags.DEFAULT) != 0) {
        // javac marks the default methods that it reads from class files as abstract, too.
        modifiers.remove(Modifier.ABSTRACT);
      }
    } else if (symbol instanceof VarSymbol) {
      add(modifiers, flags, Flags.VOLATILE, Modifier.VOLATILE);
    } else if (symbol instanceof ClassSymbol type) {
      add(modifiers, flags, Flags.INTERFACE, Modifier.INTERFACE);
      add(modifiers, flags, Flags.ANNOTATION, Modifier.ANNOTATION);
      add(modifiers, flags, Flags.ENUM, Modifier.ENUM);
      if (types.supertype(type.type).tsym == symtab.recordType.tsym) {
        modifiers.add(Modifier.RECORD);
      }
    }
    return modifiers;
  }

  private static void add(Set<Modifier> modifiers, long flags, long flag, Modifier modifier) {
    if ((flags & flag) != 0) {
      modifiers.add(modifier);
    }
  }

  List<AnnotationFact> annotations(Symbol symbol) {
    // Those of a class that has just been loaded wait in a queue.
    annotate.flush();
    List<AnnotationFact> facts = new ArrayList<>();
    for (Attribute.Compound annotation : symbol.getAnnotationMirrors()) {
      Map<String, String> attributes = new TreeMap<>();
      annotation.values.forEach(
          pair -> attributes.put(pair.fst.name.toString(), attribute(pair.snd)));
      facts.add(new AnnotationFact(name(annotation.type), attributes));
    }
    return facts;
  }

  private String attribute(Attribute value) {
    if (value instanceof Attribute.Array array) {
      return List.of(array.values).stream().map(this::attribute).collect(Collectors.joining(","));
    } else if (value instanceof Attribute.Enum constant) {
      return constant.value.name.toString();
    } else if (value instanceof Attribute.Class type) {
      return name(type.classType);
    } else if (value instanceof Attribute.Compound nested) {
      return "@" + name(nested.type);
    }
    return String.valueOf(value.getValue());
  }
}
