package io.github.asynclint.source;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import io.github.asynclint.engine.facts.Modifier;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which modifiers has a declaration, written and implied? */
final class Modifiers {
  private static final Map<Keyword, Modifier> WRITTEN =
      Map.ofEntries(
          Map.entry(Keyword.PUBLIC, Modifier.PUBLIC),
          Map.entry(Keyword.PROTECTED, Modifier.PROTECTED),
          Map.entry(Keyword.PRIVATE, Modifier.PRIVATE),
          Map.entry(Keyword.STATIC, Modifier.STATIC),
          Map.entry(Keyword.FINAL, Modifier.FINAL),
          Map.entry(Keyword.ABSTRACT, Modifier.ABSTRACT),
          Map.entry(Keyword.SYNCHRONIZED, Modifier.SYNCHRONIZED),
          Map.entry(Keyword.NATIVE, Modifier.NATIVE),
          Map.entry(Keyword.VOLATILE, Modifier.VOLATILE));

  private Modifiers() {}

  static Set<Modifier> written(NodeWithModifiers<?> node) {
    EnumSet<Modifier> result = EnumSet.noneOf(Modifier.class);
    node.getModifiers()
        .forEach(
            modifier -> {
              Modifier known = WRITTEN.get(modifier.getKeyword());
              if (known != null) {
                result.add(known);
              }
            });
    return result;
  }

  static Set<Modifier> ofClass(SourceClass type) {
    Node node = type.node();
    if (!(node instanceof NodeWithModifiers<?> declared) || type.isAnonymous()) {
      return EnumSet.noneOf(Modifier.class);
    }
    Set<Modifier> result = written(declared);
    if (node instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface()
        || node instanceof AnnotationDeclaration) {
      result.add(Modifier.INTERFACE);
      result.add(Modifier.ABSTRACT);
      if (type.outer().isPresent()) {
        result.add(Modifier.STATIC);
      }
    }
    if (node instanceof AnnotationDeclaration) {
      result.add(Modifier.ANNOTATION);
    } else if (node instanceof RecordDeclaration) {
      result.add(Modifier.RECORD);
      result.add(Modifier.FINAL);
      if (type.outer().isPresent()) {
        result.add(Modifier.STATIC);
      }
    } else if (node instanceof EnumDeclaration declaration) {
      result.add(Modifier.ENUM);
      if (declaration.getEntries().stream().allMatch(entry -> entry.getClassBody().isEmpty())) {
        result.add(Modifier.FINAL);
      }
      if (type.outer().isPresent()) {
        result.add(Modifier.STATIC);
      }
    }
    boolean member =
        type.outer().isPresent()
            && !(node.getParentNode().orElse(null) instanceof LocalClassDeclarationStmt);
    if (member && type.outer().get().isInterface()) {
      result.add(Modifier.PUBLIC);
      result.add(Modifier.STATIC);
    }
    return result;
  }

  static Set<Modifier> ofCallable(CallableDeclaration<?> declaration, SourceClass owner) {
    Set<Modifier> result = written(declaration);
    boolean varargs = declaration.getParameters().getLast().map(Parameter::isVarArgs).orElse(false);
    if (varargs) {
      result.add(Modifier.VARARGS);
    }
    if (declaration instanceof MethodDeclaration method && owner.isInterface()) {
      if (!result.contains(Modifier.PRIVATE)) {
        result.add(Modifier.PUBLIC);
      }
      if (method.getBody().isEmpty() && !method.isDefault() && !method.isStatic()) {
        result.add(Modifier.ABSTRACT);
      }
    } else if (declaration instanceof ConstructorDeclaration && owner.isEnum()) {
      result.add(Modifier.PRIVATE);
    }
    return result;
  }
}
