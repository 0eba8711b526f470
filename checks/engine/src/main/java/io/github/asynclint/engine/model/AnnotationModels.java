package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which thread do the annotations of a method and its class name? */
final class AnnotationModels {
  private final Map<String, List<ModelFile.AnnotationRow>> byName = new HashMap<>();
  private final Map<String, List<ModelFile.AnnotationRow>> bySimpleName = new HashMap<>();
  private final TypeHierarchy hierarchy;
  private final Function<String, Optional<NamedContext>> contexts;

  /** The rows come strongest file first. */
  AnnotationModels(
      List<ModelFile.AnnotationRow> rows,
      TypeHierarchy hierarchy,
      Function<String, Optional<NamedContext>> contexts) {
    for (ModelFile.AnnotationRow row : rows) {
      (row.simpleName() ? bySimpleName : byName)
          .computeIfAbsent(row.annotation(), k -> new java.util.ArrayList<>())
          .add(row);
    }
    this.hierarchy = hierarchy;
    this.contexts = contexts;
  }

  /** Strength decides first, then the method before its class, then the order of the rows. */
  Optional<NamedContext> runsOn(
      MethodRef method, List<AnnotationFact> ofMethod, List<AnnotationFact> ofType) {
    if (ofMethod.isEmpty() && ofType.isEmpty()) {
      return Optional.empty();
    }
    for (ModelFile.Strength strength : ModelFile.Strength.values()) {
      Optional<NamedContext> found =
          one(method, ofMethod, strength).or(() -> one(method, ofType, strength));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<NamedContext> one(
      MethodRef method, List<AnnotationFact> annotations, ModelFile.Strength strength) {
    for (AnnotationFact annotation : annotations) {
      Optional<NamedContext> found =
          first(method, annotation, strength, byName.getOrDefault(annotation.type(), List.of()))
              .or(
                  () ->
                      first(
                          method,
                          annotation,
                          strength,
                          bySimpleName.getOrDefault(annotation.simpleName(), List.of())));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<NamedContext> first(
      MethodRef method,
      AnnotationFact annotation,
      ModelFile.Strength strength,
      List<ModelFile.AnnotationRow> rows) {
    for (ModelFile.AnnotationRow row : rows) {
      boolean applies =
          row.strength() == strength
              && row.attributes().entrySet().stream()
                  .allMatch(e -> annotation.attribute(e.getKey()).equals(Optional.of(e.getValue())));
      if (applies) {
        Optional<String> context = contextOf(row, method.returnType());
        if (context.isPresent()) {
          return context.flatMap(contexts);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> contextOf(ModelFile.AnnotationRow row, String returnType) {
    for (ModelFile.ByReturn each : row.byReturn()) {
      if (hierarchy.of(returnType).containsKey(each.type())) {
        return Optional.of(each.context());
      }
    }
    return row.otherwise();
  }
}
