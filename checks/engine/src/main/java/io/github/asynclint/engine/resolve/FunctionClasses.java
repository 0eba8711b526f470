package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is a program in which an anonymous class that is but a function is written as a lambda?
 *
 * <p>Such a class names one functional interface, implements its method and declares nothing else. Where
 * it is created there is a {@link Event.FunctionObject}, its method's body is a lambda of the body around
 * it, and the class itself has no code. So whatever is known of lambdas is known of it. A class with
 * state, with several methods or with an annotation on its method stays what it is.
 */
final class FunctionClasses implements Program {
  private final Program program;
  private final Hierarchy hierarchy;
  private final Map<String, Optional<Function>> known = new HashMap<>();

  /** The interface that a class implements, the method it asks for, and the one that implements it. */
  record Function(String interfaceType, MethodRef asked, MethodRef body) {}

  FunctionClasses(Program program) {
    this.program = program;
    this.hierarchy = new Hierarchy(program);
  }

  /** The function that the class is; empty where it is more, or none. */
  Optional<Function> function(String type) {
    if (!isAnonymous(type) || program.origin(type) != Origin.PROGRAM) {
      return Optional.empty();
    }
    Optional<Function> function = known.get(type);
    if (function == null) {
      function = program.type(type).flatMap(this::find);
      known.put(type, function);
    }
    return function;
  }

  /** The code as it is written, for what makes lambdas of it. */
  Optional<MethodCode> written(MethodRef method) {
    return program.code(method);
  }

  private static boolean isAnonymous(String type) {
    int at = type.length();
    while (at > 0 && type.charAt(at - 1) >= '0' && type.charAt(at - 1) <= '9') {
      at--;
    }
    return at < type.length() && at > 1 && type.charAt(at - 1) == '$';
  }

  private Optional<Function> find(TypeFacts type) {
    List<TypeFacts.Method> methods =
        type.methods().stream().filter(method -> !method.ref().isConstructor()).toList();
    boolean isPlain =
        type.interfaces().size() == 1
            && type.superclass().filter(name -> !name.equals("java.lang.Object")).isEmpty()
            && type.fields().isEmpty()
            && methods.size() == 1
            && !methods.get(0).modifiers().contains(Modifier.STATIC)
            && !methods.get(0).modifiers().contains(Modifier.SYNCHRONIZED)
            && isUnannotated(type.annotations())
            && isUnannotated(methods.get(0).annotations());
    if (!isPlain) {
      return Optional.empty();
    }
    String interfaceType = type.interfaces().get(0);
    MethodRef body = methods.get(0).ref();
    return hierarchy
        .functionalMethod(interfaceType)
        .filter(asked -> hierarchy.overrides(body, asked))
        .filter(asked -> program.code(body).isPresent())
        .map(asked -> new Function(interfaceType, asked, body));
  }

  private static boolean isUnannotated(List<AnnotationFact> annotations) {
    return annotations.stream().allMatch(each -> each.type().equals("java.lang.Override"));
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return program.type(name);
  }

  @Override
  public Origin origin(String name) {
    return program.origin(name);
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    return function(method.owner()).isPresent()
        ? Optional.empty()
        : program.code(method).map(code -> Lambdas.of(code, this));
  }

  @Override
  public List<String> programTypes() {
    return program.programTypes().stream().filter(type -> function(type).isEmpty()).toList();
  }

  @Override
  public boolean isTestSource(String sourceFile) {
    return program.isTestSource(sourceFile);
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return program.sourceText(sourceFile);
  }
}
