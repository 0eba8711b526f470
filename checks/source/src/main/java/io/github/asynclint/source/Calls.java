package io.github.asynclint.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.asynclint.source.types.ClassInfo;
import io.github.asynclint.source.types.Inference;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which method does a call call, and what is the type of its result? */
final class Calls {
  private record Scope(
      List<Members.Candidate> candidates, String receiverType, Optional<SourceClass> site,
      Type receiver) {}

  private final Attribution attribution;
  private final Members members;
  private final Overloads overloads;

  Calls(Attribution attribution) {
    this.attribution = attribution;
    this.members = attribution.members();
    this.overloads = new Overloads(attribution);
  }

  Type method(MethodCallExpr call, Type expected, Session outer) {
    Scope scope = scope(call);
    Session session = outer == null ? new Session(attribution) : outer;
    List<Type> arguments = arguments(call.getArguments(), session);
    Optional<Overloads.Choice> choice =
        overloads.choose(scope.candidates(), call.getArguments(), arguments);
    if (choice.isEmpty()) {
      return unresolved(call, call.getArguments(), session, outer);
    }
    MethodInfo method = choice.get().candidate().method();
    Map<Type.Variable, Type> by = new HashMap<>(choice.get().candidate().by());
    Optional<NodeList<com.github.javaparser.ast.type.Type>> written = call.getTypeArguments();
    if (written.isPresent() && written.get().size() == method.typeParameters().size()) {
      for (int i = 0; i < written.get().size(); i++) {
        by.put(
            method.typeParameters().get(i),
            attribution.names().resolve(written.get().get(i)));
      }
    } else {
      by.putAll(open(session, method.typeParameters(), by));
    }
    boolean raw = choice.get().candidate().raw();
    constrain(choice.get(), call.getArguments(), arguments, by, session);
    Type result =
        raw
            ? attribution.types().erasure(method.returnType())
            : attribution.types().substitute(method.returnType(), by);
    if (method.ref().name().equals("getClass") && method.parameters().isEmpty()) {
      result =
          Type.of(
              "java.lang.Class",
              new Type.Wildcard(true, attribution.types().erasure(scope.receiver())));
    } else if (method.ref().name().equals("clone")
        && scope.receiver() instanceof Type.Array array) {
      result = array;
    }
    String receiverType = method.isStatic() ? method.ref().owner() : scope.receiverType();
    attribution
        .memo()
        .target(call, new Memo.Target(method, receiverType, scope.site(), element(choice.get(), by)));
    return finish(call, result, expected, session, outer);
  }

  private Map<Type.Variable, Type> open(
      Session session, List<Type.Variable> parameters, Map<Type.Variable, Type> known) {
    Map<Type.Variable, Type> opened = session.inference().open(parameters);
    return opened;
  }

  private Type finish(Expression call, Type result, Type expected, Session session, Session outer) {
    attribution.memo().type(call, result);
    if (outer != null) {
      return result;
    }
    if (expected != null && !expected.isPrimitive() && Inference.isOpen(result)) {
      session.inference().subtype(result, expected);
    }
    session.run();
    Type solved = session.inference().solve(result);
    attribution.memo().type(call, solved);
    return solved;
  }

  /** Arguments are attributed all the same, as far as that is possible. */
  private Type unresolved(
      Expression call, List<Expression> arguments, Session session, Session outer) {
    attribution.memo().type(call, Type.UNKNOWN);
    if (outer == null) {
      session.run();
    }
    return Type.UNKNOWN;
  }

  private Scope scope(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (call.getScope().isEmpty()) {
      return unqualified(call, name);
    }
    Expression qualifier = call.getScope().get();
    if (qualifier instanceof SuperExpr parent) {
      return ofSuper(call, parent, name);
    }
    Optional<Type.Class> type = attribution.typeName(qualifier);
    Type receiver = type.isPresent() ? type.get() : attribution.type(qualifier);
    return new Scope(
        members.methods(receiver, name),
        receiver instanceof Type.Array
            ? "java.lang.Object" : attribution.types().erasedName(receiver),
        Optional.empty(),
        receiver);
  }

  private Scope ofSuper(MethodCallExpr call, SuperExpr parent, String name) {
    Optional<SourceClass> around = attribution.sources().around(call);
    List<Type> parents = new ArrayList<>();
    if (parent.getTypeName().isPresent()) {
      Optional<Type.Class> named =
          attribution
              .names()
              .simple(parent.getTypeName().get().getIdentifier(), call)
              .filter(Type.Class.class::isInstance)
              .map(Type.Class.class::cast);
      Optional<Type.Class> direct =
          named.flatMap(n -> around.flatMap(a -> a.interfaces().stream()
              .filter(each -> each.name().equals(n.name())).findFirst()));
      direct.or(() -> named.flatMap(n -> attribution.sources().find(n.name()))
          .flatMap(ClassInfo::superclass)).ifPresent(parents::add);
    } else {
      around.flatMap(ClassInfo::superclass).ifPresent(parents::add);
      around.ifPresent(a -> parents.addAll(a.interfaces()));
    }
    for (Type each : parents) {
      List<Members.Candidate> found = members.methods(each, name);
      if (!found.isEmpty()) {
        return new Scope(found, attribution.types().erasedName(each), Optional.empty(), each);
      }
    }
    return new Scope(List.of(), "", Optional.empty(), Type.UNKNOWN);
  }

  private Scope unqualified(Node call, String name) {
    Node child = call;
    for (Node n = call.getParentNode().orElse(null); n != null; n = n.getParentNode().orElse(null)) {
      Optional<SourceClass> type = attribution.sources().at(n);
      Node from = child;
      // The arguments of an anonymous class's creation do not see its members.
      boolean inside =
          type.isPresent()
              && (!type.get().isAnonymous()
                  || type.get().members().stream().anyMatch(member -> member == from));
      if (inside) {
        Type.Class self = type.get().self();
        List<Members.Candidate> found = members.methods(self, name);
        if (!found.isEmpty()) {
          return new Scope(found, type.get().name(), type, self);
        }
      }
      child = n;
    }
    return attribution.sources().around(call)
        .map(around -> imported(around.unit(), name))
        .orElseGet(() -> new Scope(List.of(), "", Optional.empty(), Type.UNKNOWN));
  }

  private Scope imported(SourceUnit unit, String name) {
    List<Members.Candidate> result = new ArrayList<>();
    for (boolean onDemand : new boolean[] {false, true}) {
      for (ImportDeclaration each : unit.tree().getImports()) {
        if (!each.isStatic() || each.isAsterisk() != onDemand || !result.isEmpty() && onDemand) {
          continue;
        }
        Optional<String> owner = Optional.empty();
        if (onDemand) {
          owner = attribution.names().qualified(each.getNameAsString());
        } else if (each.getName().getIdentifier().equals(name)) {
          owner = each.getName().getQualifier()
              .flatMap(q -> attribution.names().qualified(q.asString()));
        }
        owner.ifPresent(
            type ->
                members.methods(Type.of(type), name).stream()
                    .filter(candidate -> candidate.method().isStatic())
                    .forEach(result::add));
      }
    }
    return new Scope(result, "", Optional.empty(), Type.UNKNOWN);
  }

  /** Types of the arguments; null for those that are attributed once their target is known. */
  private List<Type> arguments(List<Expression> arguments, Session session) {
    List<Type> result = new ArrayList<>();
    for (Expression argument : arguments) {
      result.add(holdsFunction(argument) ? null : attribution.type(argument, null, session));
    }
    return result;
  }

  private static boolean holdsFunction(Expression e) {
    if (e instanceof EnclosedExpr enclosed) {
      return holdsFunction(enclosed.getInner());
    } else if (e instanceof ConditionalExpr choice) {
      return holdsFunction(choice.getThenExpr()) || holdsFunction(choice.getElseExpr());
    }
    return Attribution.isFunction(e);
  }

  private void constrain(
      Overloads.Choice choice,
      List<Expression> written,
      List<Type> arguments,
      Map<Type.Variable, Type> by,
      Session session) {
    for (int i = 0; i < written.size(); i++) {
      Type formal = choice.formal(i);
      formal =
          choice.candidate().raw()
              ? attribution.types().erasure(formal)
              : attribution.types().substitute(formal, by);
      if (arguments.get(i) == null) {
        session.result(written.get(i), formal);
      } else {
        session.inference().subtype(arguments.get(i), formal);
      }
    }
  }

  private Optional<Type> element(Overloads.Choice choice, Map<Type.Variable, Type> by) {
    if (!choice.spread()) {
      return Optional.empty();
    }
    Type declared = choice.formal(choice.candidate().method().parameters().size() - 1);
    return Optional.of(
        choice.candidate().raw()
            ? attribution.types().erasure(declared)
            : attribution.types().substitute(declared, by));
  }

  Type creation(ObjectCreationExpr creation, Type expected, Session outer) {
    Session session = outer == null ? new Session(attribution) : outer;
    Type created = createdType(creation);
    List<Type> arguments = arguments(creation.getArguments(), session);
    if (!(created instanceof Type.Class named)) {
      return unresolved(creation, creation.getArguments(), session, outer);
    }
    boolean diamond =
        creation.getType().getTypeArguments().map(List::isEmpty).orElse(false);
    Optional<ClassInfo> info = attribution.sources().find(named.name());
    List<Type.Variable> parameters = info.map(ClassInfo::typeParameters).orElse(List.of());
    Type.Class result = named;
    Map<Type.Variable, Type> by = new HashMap<>(attribution.types().arguments(named));
    if (diamond) {
      by.putAll(session.inference().open(parameters));
      result = new Type.Class(named.name(), parameters.stream().map(by::get).toList());
    }
    Optional<SourceClass> anonymous = attribution.sources().at(creation);
    boolean ofInterface = info.map(ClassInfo::isInterface).orElse(false);
    List<Members.Candidate> candidates =
        ofInterface ? List.of() : members.constructors(named);
    Optional<Overloads.Choice> choice =
        overloads.choose(candidates, creation.getArguments(), arguments);
    if (choice.isPresent()) {
      by.putAll(session.inference().open(choice.get().candidate().method().typeParameters()));
      constrain(choice.get(), creation.getArguments(), arguments, by, session);
      MethodInfo method = choice.get().candidate().method();
      attribution.memo().target(creation, target(method, anonymous, element(choice.get(), by)));
    } else if (ofInterface && anonymous.isPresent()) {
      MethodInfo implicit = anonymous.get().declaredMethods().get(0).info();
      attribution.memo().target(creation, target(implicit, anonymous, Optional.empty()));
    }
    return finish(creation, result, expected, session, outer);
  }

  private static Memo.Target target(
      MethodInfo method, Optional<SourceClass> anonymous, Optional<Type> spread) {
    String owner = anonymous.map(SourceClass::name).orElse(method.ref().owner());
    MethodInfo own =
        new MethodInfo(
            method.ref().withOwner(owner),
            method.modifiers(),
            method.typeParameters(),
            method.parameters(),
            method.returnType());
    return new Memo.Target(own, owner, Optional.empty(), spread);
  }

  private Type createdType(ObjectCreationExpr creation) {
    ClassOrInterfaceType written = creation.getType();
    if (creation.getScope().isPresent()) {
      Type outer = attribution.type(creation.getScope().get());
      return attribution
          .names()
          .memberType(attribution.types().erasedName(outer), written.getNameAsString())
          .map(name -> (Type) Type.of(name))
          .orElse(Type.UNKNOWN);
    }
    return attribution.names().resolve(written);
  }

  void explicitConstructor(ExplicitConstructorInvocationStmt call) {
    Optional<SourceClass> around = attribution.sources().around(call);
    Optional<Type.Class> of =
        call.isThis() ? around.map(SourceClass::self) : around.flatMap(ClassInfo::superclass);
    of.ifPresent(type -> constructor(call, type, call.getArguments()));
  }

  void implicitSuper(Node key, SourceClass type) {
    type.superclass().ifPresent(parent -> constructor(key, parent, List.of()));
  }

  void enumConstant(EnumConstantDeclaration constant, Type.Class type) {
    constructor(constant, type, constant.getArguments());
  }

  private void constructor(Node key, Type.Class type, List<Expression> written) {
    Session session = new Session(attribution);
    List<Type> arguments = arguments(written, session);
    Optional<Overloads.Choice> choice =
        overloads.choose(members.constructors(type), written, arguments);
    if (choice.isPresent()) {
      Map<Type.Variable, Type> by = new HashMap<>(choice.get().candidate().by());
      by.putAll(session.inference().open(choice.get().candidate().method().typeParameters()));
      constrain(choice.get(), written, arguments, by, session);
      MethodInfo method = choice.get().candidate().method();
      attribution.memo().target(key, target(method, Optional.empty(), element(choice.get(), by)));
    }
    session.run();
  }
}
