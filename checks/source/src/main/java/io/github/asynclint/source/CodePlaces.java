package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which methods of a file does the code at some offset of its text belong to? Kept when the tree is gone.
 *
 * <p>What stands in a class outside of its methods belongs to all constructors and the static initializer.
 */
final class CodePlaces {
  /** A class: where it stands, without the member classes in it, and its methods in order. */
  private record Place(String type, Optional<Span> whole, List<Span> members, List<Method> methods) {
    boolean holds(int offset) {
      return whole.isEmpty() || contains(whole.get(), offset);
    }

    boolean isOutside(int offset) {
      return members.stream().noneMatch(span -> contains(span, offset))
          && methods.stream()
              .noneMatch(each -> each.span().filter(span -> contains(span, offset)).isPresent());
    }
  }

  /** A method and where it is written; the static initializer and what is implied is nowhere. */
  private record Method(MethodRef ref, Optional<Span> span) {
    boolean initializes() {
      return ref.isConstructor() || ref.isStaticInitializer();
    }
  }

  private final List<Place> places;

  private CodePlaces(List<Place> places) {
    this.places = places;
  }

  static CodePlaces of(List<SourceClass> types) {
    return new CodePlaces(types.stream().map(CodePlaces::place).toList());
  }

  private static Place place(SourceClass type) {
    List<Span> members = new ArrayList<>();
    for (BodyDeclaration<?> member : type.members()) {
      if (member instanceof TypeDeclaration) {
        span(type, member).ifPresent(members::add);
      }
    }
    List<Method> methods = new ArrayList<>();
    for (SourceClass.Method method : type.declaredMethods()) {
      methods.add(
          new Method(
              method.info().ref(), method.declaration().flatMap(node -> span(type, node))));
    }
    methods.add(
        new Method(
            new MethodRef(type.name(), MethodRef.STATIC_INITIALIZER, List.of(), "void"),
            Optional.empty()));
    return new Place(type.name(), span(type, type.node()), List.copyOf(members), methods);
  }

  private static Optional<Span> span(SourceClass type, Node node) {
    return type.unit().span(node);
  }

  private static boolean contains(Span span, int offset) {
    return offset >= span.start() && offset < span.end();
  }

  /** All methods, by the names of their classes. */
  void addAll(TreeMap<String, List<MethodRef>> found) {
    for (Place place : places) {
      found.put(place.type(), place.methods().stream().map(Method::ref).toList());
    }
  }

  /**
   * The methods at one of the offsets, by the names of their classes.
   *
   * @param initializers whether to add all constructors and static initializers
   */
  void add(int[] offsets, boolean initializers, TreeMap<String, List<MethodRef>> found) {
    for (Place place : places) {
      boolean outside = initializers;
      boolean[] hit = new boolean[place.methods().size()];
      boolean any = initializers;
      for (int offset : offsets) {
        if (place.holds(offset)) {
          for (int i = 0; i < hit.length; i++) {
            hit[i] |=
                place.methods().get(i).span().filter(span -> contains(span, offset)).isPresent();
          }
          outside |= place.isOutside(offset);
          any = true;
        }
      }
      if (any) {
        List<MethodRef> methods = new ArrayList<>();
        for (int i = 0; i < hit.length; i++) {
          if (hit[i] || outside && place.methods().get(i).initializes()) {
            methods.add(place.methods().get(i).ref());
          }
        }
        if (!methods.isEmpty()) {
          found.put(place.type(), methods);
        }
      }
    }
  }

  /** Where the words stand in the text, in comments and literals too. */
  static int[] offsets(String text, List<String> words) {
    List<Integer> found = new ArrayList<>();
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
        int end = at + word.length();
        boolean whole =
            (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
                && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
        if (whole) {
          found.add(at);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
