package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Body;
import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.CallableId;
import io.github.asynclint.engine.facts.MethodCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** What do a method and the lambdas inside it do? */
final class MethodReader {
  /** Lambdas nested deeper than this cannot come from a compiler. */
  private static final int DEEP = 64;

  private final ClassNode owner;
  private final Header header;
  private final Headers headers;
  private final List<Callable> lambdas = new ArrayList<>();

  MethodReader(ClassNode owner, Header header, Headers headers) {
    this.owner = owner;
    this.header = header;
    this.headers = headers;
  }

  MethodCode read(MethodNode method) throws AnalyzerException {
    lambdas.clear();
    Code code = new Code(owner, method);
    CallableId id = CallableId.of(header.ref(method.name, method.desc));
    Entry entry = Entry.ofMethod(code, header);
    BodyReader reader = new BodyReader(code, entry, id, headers);
    Body body = reader.read();
    Callable callable =
        new Callable(
            id,
            Names.binary(owner.name),
            sourceFile(),
            firstLine(method),
            entry.parameters(),
            id.method().returnType(),
            Names.ofMethod(method.access),
            Annotations.of(method.visibleAnnotations, method.invisibleAnnotations),
            List.of(),
            body);
    readLambdas(reader, id);
    return new MethodCode(callable, lambdas);
  }

  private void readLambdas(BodyReader enclosing, CallableId id) throws AnalyzerException {
    List<InvokeDynamicInsnNode> made = enclosing.lambdas();
    for (int i = 0; i < made.size(); i++) {
      readLambda(made.get(i), id.lambda(i));
    }
  }

  private void readLambda(InvokeDynamicInsnNode dynamic, CallableId id) throws AnalyzerException {
    if (id.lambdas().size() > DEEP) {
      throw new IllegalStateException("lambdas are nested without end");
    }
    MethodNode method = Lambdas.body(owner, dynamic).orElseThrow();
    Code code = new Code(owner, method);
    Entry entry = Entry.ofLambda(code, Lambdas.captures(dynamic, method));
    BodyReader reader = new BodyReader(code, entry, id, headers);
    Body body = reader.read();
    lambdas.add(
        new Callable(
            id,
            Names.binary(owner.name),
            sourceFile(),
            firstLine(method),
            entry.parameters(),
            Type.getReturnType(method.desc).getClassName(),
            Set.of(),
            List.of(),
            entry.captured(),
            body));
    readLambdas(reader, id);
  }

  private String sourceFile() {
    if (owner.sourceFile == null) {
      return "";
    }
    return owner.name.substring(0, owner.name.lastIndexOf('/') + 1) + owner.sourceFile;
  }

  private static int firstLine(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }
}
