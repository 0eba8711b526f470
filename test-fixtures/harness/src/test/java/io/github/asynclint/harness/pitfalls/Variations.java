package io.github.asynclint.harness.pitfalls;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Where can a file be written differently? Positions and types come from javac's attributed trees. */
final class Variations extends TreePathScanner<Void, Void> {
  private final Variation variation;
  private final CompilationUnitTree unit;
  private final String file;
  private final String text;
  private final Trees trees;
  private final FunctionTypes functions;
  private final References references;
  private final List<TextEdit> edits = new ArrayList<>();

  private Variations(
      Variation variation, CompilationUnitTree unit, Sources sources, Compilation compilation) {
    this.variation = variation;
    this.unit = unit;
    this.file = Compilation.name(unit.getSourceFile());
    this.text = sources.texts().get(file);
    this.trees = Trees.instance(compilation.task());
    this.functions =
        new FunctionTypes(compilation.task().getTypes(), compilation.task().getElements());
    this.references = new References(trees, functions);
  }

  /** All edits of one kind in all files. */
  static List<TextEdit> of(Variation variation, Sources sources, Compilation compilation) {
    List<TextEdit> edits = new ArrayList<>();
    for (CompilationUnitTree unit : compilation.units()) {
      Variations scanner = new Variations(variation, unit, sources, compilation);
      scanner.scan(new TreePath(unit), null);
      edits.addAll(scanner.edits);
    }
    return edits;
  }

  private int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) trees.getSourcePositions().getEndPosition(unit, tree);
  }

  private String text(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  private boolean isWritten(Tree tree) {
    return start(tree) >= 0 && end(tree) > start(tree);
  }

  private boolean isOneLine(Tree tree) {
    return !text(tree).contains("\n");
  }

  private int line(int position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }

  private void replace(int start, int end, String replacement) {
    TextEdit edit = new TextEdit(variation, file, line(start), start, end, replacement);
    // Trees share parts: the type of several locals, the name after new of an anonymous class.
    if (start == end || !edits.contains(edit)) {
      edits.add(edit);
    }
  }

  private TreePath path(Tree tree) {
    return new TreePath(getCurrentPath(), tree);
  }

  @Override
  public Void visitImport(ImportTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
    if (variation == Variation.PARENTHESISED) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        TreePath receiver = new TreePath(path(select), select.getExpression());
        Element element = trees.getElement(receiver);
        boolean isName = element instanceof TypeElement || element instanceof PackageElement;
        if (!isName && !select.getExpression().toString().equals("super")) {
          parenthesise(select.getExpression());
        }
      }
      call.getArguments().forEach(this::parenthesise);
    }
    return super.visitMethodInvocation(call, unused);
  }

  private void parenthesise(ExpressionTree expression) {
    replace(start(expression), start(expression), "(");
    replace(end(expression), end(expression), ")");
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
    extract(statement, statement.getExpression());
    return super.visitExpressionStatement(statement, unused);
  }

  @Override
  public Void visitReturn(ReturnTree statement, Void unused) {
    extract(statement, statement.getExpression());
    return super.visitReturn(statement, unused);
  }

  /** Only arguments on the statement's first line: a finding in the argument then keeps its line. */
  private void extract(Tree statement, ExpressionTree expression) {
    if (variation != Variation.EXTRACTED_ARGUMENT
        || !(getCurrentPath().getParentPath().getLeaf() instanceof BlockTree)
        || !(expression instanceof MethodInvocationTree call)
        || call.getMethodSelect() instanceof IdentifierTree name
            && name.getName().toString().matches("this|super")) {
      return;
    }
    for (ExpressionTree argument : call.getArguments()) {
      boolean isComputed =
          argument instanceof MethodInvocationTree
              || argument instanceof NewClassTree created && created.getClassBody() == null;
      if (isComputed
          && isOneLine(argument)
          && line(start(argument)) == line(start(statement))
          && !hasFunction(argument)) {
        String name = "extracted" + edits.size();
        String declaration = "var " + name + " = " + text(argument) + "; ";
        replace(start(statement), start(statement), declaration);
        replace(start(argument), end(argument), name);
        return;
      }
    }
  }

  /** A function needs the parameter's type, which a local without a type does not give it. */
  private static boolean hasFunction(Tree tree) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
        found[0] = true;
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
    if (variation == Variation.LAMBDA_FOR_REFERENCE && isOneLine(reference)) {
      references
          .lambda(getCurrentPath(), reference, text(reference.getQualifierExpression()))
          .ifPresent(lambda -> replace(start(reference), end(reference), lambda));
    }
    return super.visitMemberReference(reference, unused);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
    if (variation == Variation.REFERENCE_FOR_LAMBDA && isOneLine(lambda)) {
      Optional<String> reference = references.reference(getCurrentPath(), lambda);
      reference.ifPresent(written -> replace(start(lambda), end(lambda), written));
      if (reference.isPresent()) {
        return null;
      }
    } else if (variation == Variation.ANONYMOUS_FOR_LAMBDA && !names(lambda, "this")) {
      Optional<FunctionTypes.Function> function =
          functions.of(trees.getTypeMirror(getCurrentPath()));
      if (function.isPresent()) {
        String ending = anonymous(lambda, function.get());
        super.visitLambdaExpression(lambda, unused);
        // Where an inner lambda ends at the same place its ending comes first.
        replace(end(lambda.getBody()), end(lambda.getBody()), ending);
        return null;
      }
    }
    return super.visitLambdaExpression(lambda, unused);
  }

  private static boolean names(Tree tree, String name) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree each, Void unused) {
        found[0] |= each.getName().contentEquals(name);
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Begins the class; the answer is what ends it. */
  private String anonymous(LambdaExpressionTree lambda, FunctionTypes.Function function) {
    List<String> parameters =
        lambda.getParameters().stream().map(each -> each.getName().toString()).toList();
    Tree body = lambda.getBody();
    String between = text.substring(start(lambda), start(body));
    String lines = "\n".repeat((int) between.chars().filter(c -> c == '\n').count());
    String header = function.header(parameters);
    if (lambda.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT) {
      replace(start(lambda), start(body), header + lines);
      return " }";
    }
    String opening = function.returnsVoid() ? "{ " : "{ return ";
    replace(start(lambda), start(body), header + opening + lines);
    return "; } }";
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void unused) {
    if (variation == Variation.QUALIFIED_NAMES
        && isWritten(name)
        && trees.getElement(getCurrentPath()) instanceof TypeElement type
        && (type.getKind().isClass() || type.getKind().isInterface())
        && !type.getQualifiedName().isEmpty()
        && text(name).contentEquals(type.getSimpleName())
        && !type.getQualifiedName().contentEquals(type.getSimpleName())) {
      replace(start(name), end(name), type.getQualifiedName().toString());
    }
    return super.visitIdentifier(name, unused);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void unused) {
    Element element = trees.getElement(getCurrentPath());
    if (variation == Variation.VAR
        && element != null
        && (element.getKind() == ElementKind.LOCAL_VARIABLE
            || element.getKind() == ElementKind.RESOURCE_VARIABLE)
        && !element.getModifiers().contains(Modifier.STATIC)
        && variable.getType() != null
        && isWritten(variable.getType())
        && isOneLine(variable.getType())
        && !text(variable.getType()).equals("var")
        && !takesTypeOfVariable(variable.getInitializer())) {
      replace(start(variable.getType()), end(variable.getType()), "var");
    }
    return super.visitVariable(variable, unused);
  }

  /** Without the variable's type these would have another one, or none. */
  private static boolean takesTypeOfVariable(ExpressionTree initializer) {
    return initializer instanceof LambdaExpressionTree
        || initializer instanceof MemberReferenceTree
        || initializer instanceof NewClassTree created
            && created.getIdentifier().toString().endsWith("<>");
  }
}
