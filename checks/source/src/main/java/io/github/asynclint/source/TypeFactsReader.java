package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Type;
import java.util.List;
import java.util.Optional;

/** How is a class in source declared, as a fact? */
final class TypeFactsReader {
  private final Sources sources;
  private final Annotations annotations;

  TypeFactsReader(Sources sources) {
    this.sources = sources;
    this.annotations = new Annotations(sources);
  }

  TypeFacts read(SourceClass type) {
    return new TypeFacts(
        type.name(),
        type.superclass().map(Type.Class::name),
        type.interfaces().stream().map(Type.Class::name).toList(),
        type.modifiers(),
        type.isAnonymous() ? List.of() : annotations(Optional.of(type.node())),
        type.enclosing(),
        type.declaredMethods().stream().map(this::method).toList(),
        type.fields().stream().map(field -> field(type, field)).toList());
  }

  private List<AnnotationFact> annotations(Optional<Node> node) {
    return node.filter(NodeWithAnnotations.class::isInstance)
        .map(declared -> annotations.of((NodeWithAnnotations<?>) declared))
        .orElse(List.of());
  }

  private TypeFacts.Method method(SourceClass.Method method) {
    List<String> thrown =
        method.declaration().orElse(null) instanceof CallableDeclaration<?> callable
            ? callable.getThrownExceptions().stream()
                .map(each -> sources.headers().types().erasedName(
                    sources.headers().names().resolve(each)))
                .filter(name -> !name.isEmpty())
                .toList()
            : List.of();
    return new TypeFacts.Method(
        method.info().ref(), method.info().modifiers(), annotations(method.declaration()), thrown);
  }

  private TypeFacts.Field field(SourceClass type, FieldInfo field) {
    Optional<Node> declaration =
        type.members().stream()
            .filter(FieldDeclaration.class::isInstance)
            .map(FieldDeclaration.class::cast)
            .filter(
                each ->
                    each.getVariables().stream()
                        .anyMatch(v -> v.getNameAsString().equals(field.ref().name())))
            .map(each -> (Node) each)
            .findFirst();
    return new TypeFacts.Field(field.ref(), field.modifiers(), annotations(declaration));
  }
}
