package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which local variables does a tree read, assign, or take from around it? */
final class Locals {
  private final Attribution attribution;
  private final Map<Node, Local> locals = new IdentityHashMap<>();
  private final Set<Local> read = new HashSet<>();

  Locals(Attribution attribution) {
    this.attribution = attribution;
  }

  /** The variable that a declarator, parameter or pattern declares. */
  Local of(Node declaration) {
    return locals.computeIfAbsent(
        declaration,
        node -> new Local(((NodeWithSimpleName<?>) node).getNameAsString(), node));
  }

  Optional<Local> of(Expression written) {
    Expression e = written;
    while (e instanceof EnclosedExpr enclosed) {
      e = enclosed.getInner();
    }
    return e instanceof NameExpr name
            && attribution.find(name).orElse(null) instanceof Variables.Found.Local local
        ? Optional.of(of(local.declaration()))
        : Optional.empty();
  }

  /** Turns the names before {@code ::} that are variables into expressions, and notes all reads. */
  void scan(Node node) {
    if (node instanceof MethodReferenceExpr reference
        && reference.getScope() instanceof TypeExpr type
        && type.getType() instanceof ClassOrInterfaceType name
        && name.getTypeArguments().isEmpty()
        && attribution.variables().find(first(name), reference).isPresent()) {
      NameExprs.of(name, reference);
    }
    if (node instanceof AssignExpr assignment
        && assignment.getOperator() == AssignExpr.Operator.ASSIGN
        && of(assignment.getTarget()).isPresent()) {
      scan(assignment.getValue());
      return;
    }
    if (node instanceof NameExpr name) {
      of(name).ifPresent(read::add);
    }
    node.getChildNodes().forEach(this::scan);
  }

  private static String first(ClassOrInterfaceType name) {
    ClassOrInterfaceType first = name;
    while (first.getScope().isPresent()) {
      first = first.getScope().get();
    }
    return first.getNameAsString();
  }

  boolean isRead(Local local) {
    return read.contains(local);
  }

  Set<Local> assigned(Node node) {
    Set<Local> result = new LinkedHashSet<>();
    assigned(node, result);
    return result;
  }

  private void assigned(Node node, Set<Local> result) {
    if (node instanceof AssignExpr assignment) {
      of(assignment.getTarget()).ifPresent(result::add);
    } else if (node instanceof UnaryExpr unary) {
      switch (unary.getOperator()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            of(unary.getExpression()).ifPresent(result::add);
        default -> {}
      }
    } else if (node instanceof VariableDeclarator variable && variable.getInitializer().isPresent()) {
      result.add(of((Node) variable));
    }
    node.getChildNodes().forEach(child -> assigned(child, result));
  }

  /** The variables of enclosing bodies that a local or anonymous class uses. */
  Set<Local> captured(SourceClass type) {
    Set<Local> result = new LinkedHashSet<>();
    captured(type, result, new HashSet<>());
    return result;
  }

  private void captured(SourceClass type, Set<Local> result, Set<String> seen) {
    if (!seen.add(type.name())) {
      return;
    }
    List<Node> roots = new ArrayList<>(type.members());
    Set<Local> found = new LinkedHashSet<>();
    roots.forEach(root -> free(root, found, seen));
    type.superclass()
        .flatMap(parent -> attribution.sources().source(parent.name()))
        .filter(SourceClass::isLocal)
        .ifPresent(parent -> captured(parent, found, seen));
    found.removeIf(local -> isInside(local.declaration(), type));
    result.addAll(found);
  }

  private static boolean isInside(Node declaration, SourceClass type) {
    Node child = declaration;
    for (Node n = declaration; n != null; n = n.getParentNode().orElse(null)) {
      if (n == type.node()) {
        Node member = child;
        return type.members().stream().anyMatch(each -> each == member) || !type.isAnonymous();
      }
      child = n;
    }
    return false;
  }

  private void free(Node node, Set<Local> found, Set<String> seen) {
    if (node instanceof NameExpr name) {
      of(name).filter(local -> constant(local).isEmpty()).ifPresent(found::add);
    } else if (node instanceof ObjectCreationExpr creation
        && attribution.names().resolve(creation.getType()) instanceof Type.Class created) {
      attribution
          .sources()
          .source(created.name())
          .filter(SourceClass::isLocal)
          .ifPresent(local -> captured(local, found, seen));
    }
    node.getChildNodes().forEach(child -> free(child, found, seen));
  }

  /** The constant that a final local stands for. */
  Optional<Object> constant(Local local) {
    if (local.declaration() instanceof VariableDeclarator variable
        && variable.getInitializer().isPresent()
        && variable.getParentNode().orElse(null)
            instanceof com.github.javaparser.ast.expr.VariableDeclarationExpr declaration
        && declaration.isFinal()) {
      Type type = attribution.declared(variable);
      return type.isPrimitive() || type.equals(Type.STRING)
          ? Constants.fold(variable.getInitializer().get(), type)
          : Optional.empty();
    }
    return Optional.empty();
  }
}
