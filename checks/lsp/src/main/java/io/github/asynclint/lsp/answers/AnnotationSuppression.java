package io.github.asynclint.lsp.answers;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import io.github.asynclint.engine.finding.Edit;
import io.github.asynclint.lsp.text.Document;
import io.github.asynclint.lsp.text.TextLines;
import java.util.List;
import java.util.Optional;

/** Which annotation says that a rule does not hold for a method, or for a class? */
final class AnnotationSuppression {
  private final Document document;
  private final TextLines lines;

  private AnnotationSuppression(Document document) {
    this.document = document;
    this.lines = document.lines();
  }

  /** Edits with the name of what is annotated. */
  record Suppression(String element, List<Edit> edits) {}

  /**
   * Annotates the method around the place, or the class where that is an initializer's; empty where the
   * text cannot be parsed.
   */
  static Optional<Suppression> of(Document document, int offset, String rule) {
    AnnotationSuppression suppression = new AnnotationSuppression(document);
    return parse(document.text())
        .flatMap(tree -> suppression.declaration(tree, offset))
        .flatMap(declaration -> suppression.annotate(declaration, rule));
  }

  private static Optional<CompilationUnit> parse(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setTabSize(1);
    return new JavaParser(configuration).parse(text).getResult();
  }

  /** The innermost method or class around the place. */
  private Optional<BodyDeclaration<?>> declaration(Node root, int offset) {
    Optional<BodyDeclaration<?>> found = Optional.empty();
    Optional<Node> next = Optional.of(root);
    while (next.isPresent()) {
      Node node = next.get();
      if (node instanceof TypeDeclaration<?> type) {
        found = Optional.of(type);
      } else if (node instanceof CallableDeclaration<?> callable) {
        found = Optional.of(callable);
      }
      next =
          node.getChildNodes().stream()
              .filter(child -> start(child) <= offset && offset < end(child))
              .findFirst();
    }
    return found;
  }

  private Optional<Suppression> annotate(BodyDeclaration<?> declaration, String rule) {
    String name =
        declaration instanceof NodeWithSimpleName<?> named ? named.getNameAsString() : "";
    return declaration
        .getAnnotationByName("SuppressWarnings")
        .map(annotation -> extended(annotation, rule))
        .orElseGet(() -> Optional.of(added(declaration, rule)))
        .map(edits -> new Suppression(name, edits));
  }

  private List<Edit> added(BodyDeclaration<?> declaration, String rule) {
    int start = start(declaration);
    String before = document.text().substring(lines.start(lines.line(start)), start);
    String indent = before.isBlank() ? before : "";
    return List.of(
        Edit.insert(
            start,
            "@SuppressWarnings(\"%s\") // %s%s%s"
                .formatted(
                    rule,
                    CommentSuppression.REASON,
                    CommentSuppression.lineEnd(document.text()),
                    indent)));
  }

  private Optional<List<Edit>> extended(AnnotationExpr annotation, String rule) {
    String more = ", \"" + rule + "\"";
    return value(annotation)
        .map(
            value -> {
              if (value instanceof ArrayInitializerExpr array) {
                return array
                    .getValues()
                    .getLast()
                    .map(last -> List.of(Edit.insert(end(last), more)))
                    .orElseGet(
                        () -> List.of(Edit.insert(start(value) + 1, "\"" + rule + "\"")));
              }
              return List.of(
                  Edit.insert(start(value), "{"), Edit.insert(end(value), more + "}"));
            });
  }

  private static Optional<Expression> value(AnnotationExpr annotation) {
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      return Optional.of(single.getMemberValue());
    }
    return annotation instanceof NormalAnnotationExpr normal
        ? normal.getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals("value"))
            .map(MemberValuePair::getValue)
            .findFirst()
        : Optional.empty();
  }

  private int start(Node node) {
    return node.getRange().map(range -> offset(range.begin)).orElse(Integer.MAX_VALUE);
  }

  private int end(Node node) {
    return node.getRange().map(range -> offset(range.end) + 1).orElse(0);
  }

  private int offset(Position position) {
    return lines.start(position.line - 1) + position.column - 1;
  }
}
