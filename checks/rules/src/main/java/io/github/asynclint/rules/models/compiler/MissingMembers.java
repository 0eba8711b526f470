package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.model.Selector;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which classes, methods and fields that a model file names are not there in the real libraries? */
public final class MissingMembers {
  private static final String PACKAGE = ".**";

  private final Program libraries;

  public MissingMembers(Program libraries) {
    this.libraries = libraries;
  }

  /** A problem for each mention of something that is not there, in the order of the file. */
  public List<ModelProblem> in(String file, Collection<Mention> mentions) {
    Problems problems = new Problems(file);
    Set<String> told = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      List<String> owners =
          mention.owners().stream().filter(owner -> !owner.endsWith(PACKAGE)).toList();
      List<String> missing =
          owners.stream().filter(owner -> libraries.type(owner).isEmpty()).toList();
      missing.stream()
          .filter(told::add)
          .forEach(owner -> problems.add(mention.line(), "no class " + owner + " on the class path"));
      boolean complete = missing.isEmpty() && owners.size() == mention.owners().size();
      if (complete && mention.selector().isPresent() && !isMember(mention)) {
        problems.add(mention.line(), missing(mention, mention.selector().get()));
      }
    }
    return problems.all();
  }

  /** The methods that a selector of a row means in a class: its own and inherited ones. */
  public List<MethodRef> methods(String owner, Selector selector) {
    Map<String, MethodRef> found = new LinkedHashMap<>();
    for (TypeFacts type : withSupertypes(owner)) {
      for (TypeFacts.Method method : type.methods()) {
        MethodRef ref = method.ref();
        boolean inherited = !type.name().equals(owner);
        if (selector.matches(ref) && !(inherited && ref.isConstructor())) {
          found.putIfAbsent(ref.name() + ref.parameters(), ref);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private boolean isMember(Mention mention) {
    Selector selector = mention.selector().get();
    return mention.kind() == Mention.Kind.METHOD
        ? mention.owners().stream().anyMatch(owner -> !methods(owner, selector).isEmpty())
        : mention.owners().stream().anyMatch(owner -> fields(owner).contains(selector.text()));
  }

  private String missing(Mention mention, Selector selector) {
    boolean method = mention.kind() == Mention.Kind.METHOD;
    Set<String> there = new LinkedHashSet<>();
    for (String owner : mention.owners()) {
      there.addAll(method ? methodNames(owner) : fields(owner));
    }
    String nearest = Problems.nearest(selector.text(), there);
    String hint = "";
    if (nearest.equals(selector.text())) {
      hint = "; it has other parameters";
    } else if (!nearest.isEmpty()) {
      hint = "; did you mean '" + nearest + "'?";
    }
    return "no %s '%s' in %s%s"
        .formatted(
            method ? "method" : "field", selector, String.join(", ", mention.owners()), hint);
  }

  private List<String> methodNames(String owner) {
    return withSupertypes(owner).stream()
        .flatMap(type -> type.methods().stream())
        .map(method -> method.ref().name())
        .toList();
  }

  private List<String> fields(String owner) {
    return libraries.type(owner).stream()
        .flatMap(type -> type.fields().stream())
        .map(field -> field.ref().name())
        .toList();
  }

  /** The class, then its superclasses and interfaces. */
  private List<TypeFacts> withSupertypes(String owner) {
    List<TypeFacts> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> todo = new ArrayDeque<>(List.of(owner));
    while (!todo.isEmpty()) {
      String next = todo.poll();
      Optional<TypeFacts> type = seen.add(next) ? libraries.type(next) : Optional.empty();
      type.ifPresent(
          facts -> {
            found.add(facts);
            facts.superclass().ifPresent(todo::add);
            todo.addAll(facts.interfaces());
          });
    }
    return found;
  }
}
