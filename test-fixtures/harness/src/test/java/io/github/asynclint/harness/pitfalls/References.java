package io.github.asynclint.harness.pitfalls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** How does a method reference read as a lambda, and a lambda as a reference? */
record References(Trees trees, FunctionTypes functions) {

  /** The lambda that does what the reference does; empty where that takes more than a call. */
  Optional<String> lambda(TreePath path, MemberReferenceTree reference, String qualifier) {
    Element target = trees.getElement(path);
    Optional<FunctionTypes.Function> function = functions.of(trees.getTypeMirror(path));
    if (target == null || function.isEmpty() || reference.getTypeArguments() != null) {
      return Optional.empty();
    }
    List<String> names =
        IntStream.range(0, function.get().arity()).mapToObj(i -> "given" + i).toList();
    String head = "(" + String.join(", ", names) + ") -> ";
    Element named = trees.getElement(new TreePath(path, reference.getQualifierExpression()));
    boolean ofType = named instanceof TypeElement;
    if (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      boolean isArray = qualifier.endsWith("]");
      boolean isGeneric =
          ofType && !((TypeElement) named).getTypeParameters().isEmpty() && !qualifier.contains("<");
      String call = "new " + qualifier + (isGeneric ? "<>" : "") + arguments(names);
      return isArray ? Optional.empty() : Optional.of(head + call);
    }
    String name = "." + reference.getName();
    if (ofType && !target.getModifiers().contains(Modifier.STATIC)) {
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(head + names.get(0) + name + arguments(names.subList(1, names.size())));
    }
    // Another expression would be evaluated at each call instead of once.
    boolean isPlain = reference.getQualifierExpression() instanceof IdentifierTree || ofType;
    return isPlain ? Optional.of(head + qualifier + name + arguments(names)) : Optional.empty();
  }

  private static String arguments(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  /** The reference that does what the lambda does; empty where the lambda does more than a call. */
  Optional<String> reference(TreePath path, LambdaExpressionTree lambda) {
    if (!(lambda.getBody() instanceof MethodInvocationTree call)
        || !call.getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    TreePath callPath = new TreePath(path, call);
    Element target = trees.getElement(callPath);
    if (target == null) {
      return Optional.empty();
    }
    boolean isStatic = target.getModifiers().contains(Modifier.STATIC);
    List<String> parameters =
        lambda.getParameters().stream().map(each -> each.getName().toString()).toList();
    String passed =
        call.getArguments().stream().map(ExpressionTree::toString).collect(Collectors.joining(","));
    String name = "::" + target.getSimpleName();
    if (call.getMethodSelect() instanceof IdentifierTree) {
      String owner = isStatic ? target.getEnclosingElement().toString() : "this";
      return passed.equals(String.join(",", parameters))
          ? Optional.of(owner + name)
          : Optional.empty();
    }
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)
        || !(select.getExpression() instanceof IdentifierTree receiver)) {
      return Optional.empty();
    }
    String written = receiver.getName().toString();
    if (!parameters.contains(written) && passed.equals(String.join(",", parameters))) {
      return Optional.of(written + name);
    }
    if (!parameters.isEmpty()
        && parameters.get(0).equals(written)
        && passed.equals(String.join(",", parameters.subList(1, parameters.size())))) {
      var type =
          functions
              .types()
              .erasure(
                  trees.getTypeMirror(new TreePath(new TreePath(callPath, select), receiver)));
      return type.getKind() == TypeKind.DECLARED
          ? Optional.of(type + name)
          : Optional.empty();
    }
    return Optional.empty();
  }
}
