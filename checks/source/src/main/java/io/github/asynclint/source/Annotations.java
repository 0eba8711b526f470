package io.github.asynclint.source;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which annotations stand on a declaration? */
final class Annotations {
  private final Sources sources;
  private final TypeNames names;

  Annotations(Sources sources) {
    this.sources = sources;
    this.names = sources.headers().names();
  }

  List<AnnotationFact> of(NodeWithAnnotations<?> node) {
    List<AnnotationFact> result = new ArrayList<>();
    for (AnnotationExpr each : node.getAnnotations()) {
      String written = each.getNameAsString();
      Optional<String> name =
          written.contains(".")
              ? names.qualified(written)
              : names.simple(written, each).map(t -> sources.headers().types().erasedName(t));
      Map<String, String> attributes = new TreeMap<>();
      if (each instanceof SingleMemberAnnotationExpr single) {
        attributes.put("value", text(single.getMemberValue()));
      } else if (each instanceof NormalAnnotationExpr normal) {
        for (MemberValuePair pair : normal.getPairs()) {
          attributes.put(pair.getNameAsString(), text(pair.getValue()));
        }
      }
      // Annotations are matched by name, so one that is not on the class path keeps its own.
      result.add(new AnnotationFact(name.orElse(imported(each, written)), attributes));
    }
    return result;
  }

  private String imported(AnnotationExpr at, String written) {
    return sources
        .around(at)
        .flatMap(
            type ->
                type.unit().tree().getImports().stream()
                    .filter(i -> !i.isAsterisk() && !i.isStatic())
                    .map(i -> i.getNameAsString())
                    .filter(n -> n.endsWith("." + written))
                    .findFirst())
        .orElse(written);
  }

  private String text(Expression e) {
    if (e instanceof ArrayInitializerExpr array) {
      return array.getValues().stream().map(this::text).collect(Collectors.joining(","));
    } else if (e instanceof ClassExpr literal) {
      return sources.headers().types().erasedName(names.resolve(literal.getType()));
    }
    Optional<Object> constant = Constants.fold(e);
    if (constant.isPresent()) {
      return String.valueOf(constant.get());
    } else if (e instanceof FieldAccessExpr access) {
      return constant(access).map(String::valueOf).orElse(access.getNameAsString());
    }
    return e instanceof NameExpr name ? name.getNameAsString() : e.toString();
  }

  private Optional<Object> constant(FieldAccessExpr access) {
    return access.getScope() instanceof NameExpr scope
        ? names
            .simple(scope.getNameAsString(), access)
            .flatMap(t -> t instanceof Type.Class c ? sources.find(c.name()) : Optional.<ClassInfo>empty())
            .flatMap(info -> info.field(access.getNameAsString()))
            .flatMap(FieldInfo::constant)
        : Optional.empty();
  }
}
