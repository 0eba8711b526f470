package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.program.Notes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/** Which declaration does a use of a method or field mean? Class headers, read once each. */
final class Headers {
  private final ClassSource source;
  private final Notes notes;
  private final Map<String, Optional<Header>> headers = new ConcurrentHashMap<>();
  private final Map<String, Resolved> resolved = new ConcurrentHashMap<>();

  /** A method as declared; {@code known} is false where the hierarchy is not available. */
  record Resolved(MethodRef ref, int access, Header.Added added, boolean known) {}

  Headers(ClassSource source, Notes notes) {
    this.source = source;
    this.notes = notes;
  }

  Optional<Header> header(String internal) {
    Optional<Header> header = headers.get(internal);
    if (header == null) {
      // Not computeIfAbsent: two threads may read the same class, and the result is the same.
      header = read(internal);
      Optional<Header> earlier = headers.putIfAbsent(internal, header);
      header = earlier == null ? header : earlier;
    }
    return header;
  }

  private Optional<Header> read(String internal) {
    return parse(internal, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES, source, notes)
        .map(Header::new);
  }

  /** The class file as a tree; a note and empty where ASM cannot read it. */
  static Optional<ClassNode> parse(String internal, int flags, ClassSource source, Notes notes) {
    String name = Names.binary(internal);
    Optional<byte[]> bytes = source.bytes(name);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      ClassNode node = new ClassNode();
      new ClassReader(bytes.get()).accept(node, flags);
      if (!internal.equals(node.name)) {
        notes.note("the class file of " + name + " holds " + Names.binary(node.name));
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (RuntimeException e) {
      notes.note("cannot read the class file of " + name + ": " + reason(e));
      return Optional.empty();
    }
  }

  private static String reason(RuntimeException failure) {
    // ASM reads past the end of a truncated file.
    return failure instanceof IndexOutOfBoundsException || failure.getMessage() == null
        ? "it is truncated or damaged"
        : failure.getMessage();
  }

  /** The class that declares the method: superclasses first, then interfaces. */
  Resolved method(String owner, String name, String descriptor) {
    return resolved.computeIfAbsent(
        owner + "." + name + descriptor, key -> resolve(owner, name, descriptor));
  }

  private Resolved resolve(String owner, String name, String descriptor) {
    String key = name + descriptor;
    String start = owner.startsWith("[") ? "java/lang/Object" : owner;
    boolean constructor = name.equals(MethodRef.CONSTRUCTOR);
    Optional<Header> declaring =
        constructor
            ? header(start)
            : find(start, header -> header.method(key).isPresent());
    if (declaring.isPresent()) {
      Header header = declaring.get();
      return new Resolved(
          header.ref(name, descriptor),
          header.method(key).orElse(0),
          constructor ? header.added(descriptor) : Header.Added.NONE,
          true);
    }
    MethodRef ref =
        new MethodRef(
            Names.binary(owner),
            name,
            Names.types(Type.getArgumentTypes(descriptor)),
            Type.getReturnType(descriptor).getClassName());
    return new Resolved(ref, 0, Header.Added.NONE, false);
  }

  FieldRef field(String owner, String name, String descriptor, boolean isStatic) {
    String declaring =
        find(owner, header -> header.hasField(name, descriptor)).map(Header::name).orElse(owner);
    return new FieldRef(
        Names.binary(declaring), name, Type.getType(descriptor).getClassName(), isStatic);
  }

  private Optional<Header> find(String start, java.util.function.Predicate<Header> test) {
    Deque<String> interfaces = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    String type = start;
    while (type != null && seen.add(type)) {
      Optional<Header> header = header(type);
      if (header.isPresent() && test.test(header.get())) {
        return header;
      }
      header.ifPresent(found -> interfaces.addAll(found.interfaces()));
      type = header.map(Header::superName).orElse(null);
    }
    while (!interfaces.isEmpty()) {
      String next = interfaces.poll();
      if (seen.add(next)) {
        Optional<Header> header = header(next);
        if (header.isPresent() && test.test(header.get())) {
          return header;
        }
        header.ifPresent(found -> interfaces.addAll(found.interfaces()));
      }
    }
    return Optional.empty();
  }

  static boolean isPrivate(int access) {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }
}
