package io.github.asynclint.source.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What types does a descriptor or a {@code Signature} attribute (JVMS 4.7.9.1) spell? */
final class Signatures {
  record Class(
      List<Type.Variable> typeParameters, Type.Class superclass, List<Type.Class> interfaces) {}

  record Method(List<Type.Variable> typeParameters, List<Type> parameters, Type returnType) {}

  private final String text;
  private final Map<String, Type.Variable> scope;
  private int at;

  private Signatures(String text, Map<String, Type.Variable> scope) {
    this.text = text;
    this.scope = scope;
  }

  /** The class's own parameters are added to the scope. */
  static Class classSignature(String text, Map<String, Type.Variable> scope) {
    Signatures parser = new Signatures(text, scope);
    List<Type.Variable> parameters = parser.typeParameters();
    Type.Class superclass = (Type.Class) parser.type();
    List<Type.Class> interfaces = new ArrayList<>();
    while (parser.at < text.length()) {
      interfaces.add((Type.Class) parser.type());
    }
    return new Class(parameters, superclass, interfaces);
  }

  static Method method(String text, Map<String, Type.Variable> scope) {
    Signatures parser = new Signatures(text, scope);
    List<Type.Variable> typeParameters = parser.typeParameters();
    List<Type> parameters = new ArrayList<>();
    parser.at++;
    while (text.charAt(parser.at) != ')') {
      parameters.add(parser.type());
    }
    parser.at++;
    return new Method(typeParameters, parameters, parser.type());
  }

  static Type type(String text, Map<String, Type.Variable> scope) {
    return new Signatures(text, scope).type();
  }

  private List<Type.Variable> typeParameters() {
    List<Type.Variable> result = new ArrayList<>();
    if (text.charAt(at) != '<') {
      return result;
    }
    at++;
    int start = at;
    // Bounds may mention later parameters: the names first.
    for (String name : parameterNames()) {
      Type.Variable variable = new Type.Variable(name);
      scope.put(name, variable);
      result.add(variable);
    }
    at = start;
    for (Type.Variable variable : result) {
      at = text.indexOf(':', at);
      List<Type> bounds = new ArrayList<>();
      while (text.charAt(at) == ':') {
        at++;
        if (text.charAt(at) != ':') {
          bounds.add(type());
        }
      }
      variable.setBounds(bounds);
    }
    at++;
    return result;
  }

  private List<String> parameterNames() {
    List<String> names = new ArrayList<>();
    Map<String, Type.Variable> ignored = new HashMap<>();
    Signatures scan = new Signatures(text, ignored);
    scan.at = at;
    while (text.charAt(scan.at) != '>') {
      int colon = text.indexOf(':', scan.at);
      names.add(text.substring(scan.at, colon));
      scan.at = colon;
      while (text.charAt(scan.at) == ':') {
        scan.at++;
        if (text.charAt(scan.at) != ':') {
          scan.type();
        }
      }
    }
    return names;
  }

  private Type type() {
    char kind = text.charAt(at++);
    switch (kind) {
      case '[':
        return new Type.Array(type());
      case 'T':
        int end = text.indexOf(';', at);
        String name = text.substring(at, end);
        at = end + 1;
        Type.Variable variable = scope.get(name);
        return variable == null ? Type.OBJECT : variable;
      case 'L':
        return classType();
      default:
        return primitive(kind);
    }
  }

  private Type classType() {
    StringBuilder name = new StringBuilder();
    List<Type> arguments = new ArrayList<>();
    while (true) {
      char next = text.charAt(at++);
      if (next == ';') {
        return new Type.Class(name.toString(), arguments);
      } else if (next == '<') {
        arguments.clear();
        while (text.charAt(at) != '>') {
          arguments.add(argument());
        }
        at++;
      } else if (next == '.') {
        // The arguments of the outer class are dropped: a limit of the model.
        arguments.clear();
        name.append('$');
      } else {
        name.append(next == '/' ? '.' : next);
      }
    }
  }

  private Type argument() {
    char kind = text.charAt(at);
    if (kind == '*') {
      at++;
      return new Type.Wildcard(true, Type.OBJECT);
    } else if (kind == '+' || kind == '-') {
      at++;
      return new Type.Wildcard(kind == '+', type());
    }
    return type();
  }

  private static Type primitive(char kind) {
    return new Type.Primitive(org.objectweb.asm.Type.getType(String.valueOf(kind)).getClassName());
  }

  static Type descriptor(org.objectweb.asm.Type type) {
    return switch (type.getSort()) {
      case org.objectweb.asm.Type.ARRAY -> {
        Type element = descriptor(type.getElementType());
        for (int i = 0; i < type.getDimensions(); i++) {
          element = new Type.Array(element);
        }
        yield element;
      }
      case org.objectweb.asm.Type.OBJECT ->
          Type.of(type.getInternalName().replace('/', '.'));
      default -> new Type.Primitive(type.getClassName());
    };
  }

  /** The binary name of an erased type. */
  static String name(Type erased) {
    if (erased instanceof Type.Array array) {
      return name(array.element()) + "[]";
    } else if (erased instanceof Type.Class named) {
      return named.name();
    } else if (erased instanceof Type.Primitive primitive) {
      return primitive.name();
    }
    return "";
  }
}
