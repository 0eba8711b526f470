package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.AnnotationFact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/** Which annotations stand on a declaration, visible at run time or not? */
final class Annotations {
  private Annotations() {}

  static List<AnnotationFact> of(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
    List<AnnotationFact> facts = new ArrayList<>();
    if (visible != null) {
      visible.forEach(node -> facts.add(fact(node)));
    }
    if (invisible != null) {
      invisible.forEach(node -> facts.add(fact(node)));
    }
    return facts;
  }

  private static AnnotationFact fact(AnnotationNode node) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; node.values != null && i + 1 < node.values.size(); i += 2) {
      attributes.put((String) node.values.get(i), text(node.values.get(i + 1)));
    }
    return new AnnotationFact(Type.getType(node.desc).getClassName(), attributes);
  }

  private static String text(Object value) {
    if (value instanceof Type type) {
      return type.getClassName();
    } else if (value instanceof String[] constant && constant.length == 2) {
      return constant[1];
    } else if (value instanceof AnnotationNode node) {
      return fact(node).toString();
    } else if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(Annotations::text).toList());
    } else if (value.getClass().isArray()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
        texts.add(text(java.lang.reflect.Array.get(value, i)));
      }
      return String.join(",", texts);
    }
    return value.toString();
  }
}
