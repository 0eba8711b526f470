package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Lookup;
import io.github.asynclint.engine.program.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is a program in which an anonymous class that is but a function is written as a lambda?
 *
 * <p>Such a class names one functional interface, implements its method and declares nothing else. Where
 * it is created there is a {@link Event.FunctionObject}, its method's body is a lambda of the body around
 * it, and the class itself has no code. So whatever is known of lambdas is known of it. A class with
 * state, with several methods or with an annotation on its method stays what it is.
 */
final class FunctionClasses implements Program {
  private static final Mentions FUNCTION =
      new Mentions(Set.of(), Set.of(), Set.of(), true, false, false);

  private final Program program;
  private final Hierarchy hierarchy;
  private final Map<String, Optional<Function>> known = new HashMap<>();
  private List<String> writtenTypes;

  /** The interface that a class implements, the method it asks for, and the code that implements it. */
  record Function(String interfaceType, MethodRef asked, MethodRef body, MethodCode code) {}

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
        .flatMap(
            asked ->
                program.code(body).map(code -> new Function(interfaceType, asked, body, code)));
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
    return writtenTypes().stream().filter(type -> function(type).isEmpty()).toList();
  }

  /** The classes of the program, those that are but functions too: to tell needs their code. */
  List<String> writtenTypes() {
    if (writtenTypes == null) {
      writtenTypes = program.programTypes();
    }
    return writtenTypes;
  }

  /** A method names what the functions in it name, and they may be classes of their own. */
  @Override
  public Map<MethodRef, Mentions> mentions(String type) {
    Map<MethodRef, Mentions> all = new HashMap<>();
    program
        .mentions(type)
        .forEach(
            (method, mentions) ->
                withFunctions(mentions, new HashSet<>())
                    .ifPresent(each -> all.put(method, each)));
    return all;
  }

  private Optional<Mentions> withFunctions(Mentions mentions, Set<String> seen) {
    Mentions all = mentions;
    for (Mentions.Member call : mentions.calls()) {
      String type = call.type();
      if (call.isConstructor() && isAnonymous(type) && seen.add(type)) {
        Map<MethodRef, Mentions> inner = program.mentions(type);
        if (inner.isEmpty()) {
          return Optional.empty();
        }
        all = all.and(FUNCTION);
        for (Mentions each : inner.values()) {
          Optional<Mentions> more = withFunctions(each, seen);
          if (more.isEmpty()) {
            return more;
          }
          all = all.and(more.get());
        }
      }
    }
    return Optional.of(all);
  }

  @Override
  public Optional<Lookup> lookup() {
    return program.lookup();
  }

  @Override
  public boolean isTestSource(String sourceFile) {
    return program.isTestSource(sourceFile);
  }

  @Override
  public OptionalInt release(String type) {
    return program.release(type);
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return program.sourceText(sourceFile);
  }
}
