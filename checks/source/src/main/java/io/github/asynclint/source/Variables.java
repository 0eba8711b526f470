package io.github.asynclint.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.FieldInfo;
import io.github.asynclint.source.types.Type;
import java.util.List;
import java.util.Optional;

/** Which variable does a simple name mean where it stands? */
final class Variables {
  /** What a name means; a field is a member of {@code site}, the class around or its supertypes. */
  sealed interface Found {
    /** A declarator, a parameter or a type pattern. */
    record Local(Node declaration) implements Found {}

    record Field(FieldInfo field, Type.Class site) implements Found {}
  }

  private final Sources sources;
  private final TypeNames names;
  private final Access access;

  Variables(Sources sources, Access access) {
    this.sources = sources;
    this.access = access;
    this.names = sources.headers().names();
  }

  Optional<Found> find(String name, Node at) {
    Node child = at;
    Node node = at.getParentNode().orElse(null);
    while (node != null && !(node instanceof CompilationUnit)) {
      Optional<SourceClass> type = sources.at(node);
      if (type.isPresent()) {
        Optional<FieldInfo> field =
            !type.get().isAnonymous() || isMember(type.get(), child)
                ? field(type.get().name(), name)
                : Optional.empty();
        if (field.isPresent()) {
          return Optional.of(new Found.Field(field.get(), type.get().self()));
        }
        // A static member class or record sees no locals, but javac would reject such code anyway.
      }
      Optional<Node> local = declaredIn(node, child, name);
      if (local.isPresent()) {
        return Optional.of(new Found.Local(local.get()));
      }
      child = node;
      node = node.getParentNode().orElse(null);
    }
    return sources.around(at).flatMap(around -> imported(around.unit(), name));
  }

  private static boolean isMember(SourceClass type, Node child) {
    for (Node member : type.members()) {
      if (member == child) {
        return true;
      }
    }
    return false;
  }

  /** A field, own or inherited. */
  Optional<FieldInfo> field(String owner, String name) {
    return field(owner, name, 0);
  }

  private Optional<FieldInfo> field(String owner, String name, int depth) {
    Optional<ClassInfo> info = sources.find(owner);
    if (info.isEmpty() || depth > 30) {
      return Optional.empty();
    }
    Optional<FieldInfo> found =
        info.get().field(name).filter(f -> access.allows(owner, f.modifiers(), depth > 0));
    for (Type.Class parent : info.get().interfaces()) {
      found = found.or(() -> field(parent.name(), name, depth + 1));
    }
    return found.or(
        () -> info.get().superclass().flatMap(parent -> field(parent.name(), name, depth + 1)));
  }

  private Optional<Found> imported(SourceUnit unit, String name) {
    for (boolean onDemand : new boolean[] {false, true}) {
      for (ImportDeclaration each : unit.tree().getImports()) {
        if (!each.isStatic() || each.isAsterisk() != onDemand) {
          continue;
        }
        Optional<String> owner = Optional.empty();
        if (onDemand) {
          owner = names.qualified(each.getNameAsString());
        } else if (each.getName().getIdentifier().equals(name)) {
          owner = each.getName().getQualifier().flatMap(q -> names.qualified(q.asString()));
        }
        Optional<FieldInfo> field = owner.flatMap(type -> field(type, name));
        if (field.isPresent()) {
          return Optional.of(
              new Found.Field(field.get(), Type.of(field.get().ref().owner())));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> declaredIn(Node node, Node child, String name) {
    if (node instanceof BlockStmt block) {
      return before(block.getStatements(), child, name);
    } else if (node instanceof SwitchEntry entry) {
      return before(entry.getStatements(), child, name)
          .or(() -> entry.getLabels().stream().flatMap(l -> pattern(l, name).stream()).findFirst())
          .or(() -> entry.getGuard().filter(g -> g != child).flatMap(g -> pattern(g, name)))
          .or(() -> siblingEntries(entry, name));
    } else if (node instanceof ForStmt loop) {
      return loop.getInitialization().stream()
          .flatMap(each -> declared(each, name).stream())
          .findFirst()
          .or(() -> loop.getCompare().filter(c -> c != child).flatMap(c -> pattern(c, name)));
    } else if (node instanceof ForEachStmt loop) {
      return child == loop.getIterable()
          ? Optional.empty()
          : declared(loop.getVariable(), name);
    } else if (node instanceof WhileStmt loop) {
      return child == loop.getCondition() ? Optional.empty() : pattern(loop.getCondition(), name);
    } else if (node instanceof IfStmt branch) {
      return child == branch.getCondition()
          ? Optional.empty()
          : pattern(branch.getCondition(), name);
    } else if (node instanceof ConditionalExpr conditional) {
      return child == conditional.getCondition()
          ? Optional.empty()
          : pattern(conditional.getCondition(), name);
    } else if (node instanceof BinaryExpr binary) {
      return child == binary.getRight() ? pattern(binary.getLeft(), name) : Optional.empty();
    } else if (node instanceof TryStmt attempt) {
      boolean visible = child == attempt.getTryBlock()
              || attempt.getResources().stream().anyMatch(each -> each == child);
      return visible
          ? attempt.getResources().stream()
              .filter(each -> each != child)
              .flatMap(each -> declared(each, name).stream())
              .findFirst()
          : Optional.empty();
    } else if (node instanceof CatchClause clause) {
      return named(clause.getParameter(), name);
    } else if (node instanceof LambdaExpr lambda) {
      return parameter(lambda.getParameters(), name);
    } else if (node instanceof CallableDeclaration<?> callable) {
      return parameter(callable.getParameters(), name);
    } else if (node instanceof CompactConstructorDeclaration) {
      Node record = node.getParentNode().orElse(null);
      return record instanceof RecordDeclaration declaration
          ? parameter(declaration.getParameters(), name)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Variables of earlier groups of an old-style switch are in scope in later ones. */
  private static Optional<Node> siblingEntries(SwitchEntry entry, String name) {
    if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
      return Optional.empty();
    }
    Node parent = entry.getParentNode().orElse(null);
    if (parent == null) {
      return Optional.empty();
    }
    for (Node sibling : parent.getChildNodes()) {
      if (sibling == entry) {
        break;
      } else if (sibling instanceof SwitchEntry earlier) {
        Optional<Node> found = before(earlier.getStatements(), null, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> before(List<Statement> statements, Node child, String name) {
    Optional<Node> result = Optional.empty();
    for (Statement statement : statements) {
      if (statement == child) {
        break;
      }
      if (statement instanceof ExpressionStmt expression) {
        Optional<Node> found = declared(expression.getExpression(), name);
        result = found.isPresent() ? found : result;
      } else if (statement instanceof IfStmt branch && !Flow.completes(branch.getThenStmt())) {
        Optional<Node> found = pattern(branch.getCondition(), name);
        result = found.isPresent() ? found : result;
      } else if (statement instanceof WhileStmt loop) {
        Optional<Node> found = pattern(loop.getCondition(), name);
        result = found.isPresent() ? found : result;
      }
    }
    return result;
  }

  private static Optional<Node> declared(Expression expression, String name) {
    if (expression instanceof VariableDeclarationExpr declaration) {
      for (VariableDeclarator variable : declaration.getVariables()) {
        if (variable.getNameAsString().equals(name)) {
          return Optional.of(variable);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Node> named(Parameter parameter, String name) {
    return parameter.getNameAsString().equals(name) ? Optional.of(parameter) : Optional.empty();
  }

  private static Optional<Node> parameter(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.getNameAsString().equals(name))
        .findFirst()
        .map(parameter -> parameter);
  }

  /** A pattern binding that the condition introduces. */
  private static Optional<Node> pattern(Expression e, String name) {
    if (e instanceof TypePatternExpr pattern) {
      return pattern.getNameAsString().equals(name) ? Optional.of(pattern) : Optional.empty();
    } else if (e instanceof RecordPatternExpr pattern) {
      return pattern.getPatternList().stream()
          .flatMap(part -> pattern(part, name).stream())
          .findFirst();
    } else if (e instanceof InstanceOfExpr test) {
      return test.getPattern().flatMap(pattern -> pattern(pattern, name));
    } else if (e instanceof BinaryExpr binary) {
      return pattern(binary.getLeft(), name).or(() -> pattern(binary.getRight(), name));
    } else if (e instanceof UnaryExpr unary) {
      return pattern(unary.getExpression(), name);
    } else if (e instanceof EnclosedExpr enclosed) {
      return pattern(enclosed.getInner(), name);
    }
    return Optional.empty();
  }
}
