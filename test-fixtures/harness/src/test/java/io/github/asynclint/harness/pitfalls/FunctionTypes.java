package io.github.asynclint.harness.pitfalls;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which method does a functional interface ask for? */
record FunctionTypes(Types types, Elements elements) {
  /** The interface with its method, as members of the type in question. */
  record Function(DeclaredType type, String name, ExecutableType method) {
    int arity() {
      return method.getParameterTypes().size();
    }

    boolean returnsVoid() {
      return method.getReturnType().getKind() == TypeKind.VOID;
    }

    /** What stands in an anonymous class before the method's block. */
    String header(List<String> parameters) {
      StringBuilder out = new StringBuilder("new ").append(type).append("() { public ");
      out.append(method.getReturnType()).append(' ').append(name).append('(');
      for (int i = 0; i < parameters.size(); i++) {
        out.append(i == 0 ? "" : ", ").append(method.getParameterTypes().get(i));
        out.append(' ').append(parameters.get(i));
      }
      out.append(')');
      if (!method.getThrownTypes().isEmpty()) {
        out.append(" throws ");
        out.append(
            method.getThrownTypes().stream()
                .map(TypeMirror::toString)
                .collect(Collectors.joining(", ")));
      }
      return out.append(' ').toString();
    }
  }

  Optional<Function> of(TypeMirror type) {
    if (type == null || type.getKind() != TypeKind.DECLARED) {
      return Optional.empty();
    }
    DeclaredType declared = (DeclaredType) type;
    List<ExecutableElement> open =
        elements.getAllMembers((TypeElement) declared.asElement()).stream()
            .filter(each -> each.getKind() == ElementKind.METHOD)
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .filter(each -> !isOfObject(each))
            .map(ExecutableElement.class::cast)
            .toList();
    if (open.size() != 1) {
      return Optional.empty();
    }
    ExecutableElement method = open.get(0);
    return Optional.of(
        new Function(
            declared,
            method.getSimpleName().toString(),
            (ExecutableType) types.asMemberOf(declared, method)));
  }

  private static boolean isOfObject(Element method) {
    String name = method.getSimpleName().toString();
    return name.equals("equals") || name.equals("hashCode") || name.equals("toString");
  }
}
