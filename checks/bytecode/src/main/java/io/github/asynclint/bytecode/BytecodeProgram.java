package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * What do class files tell of a program? The whole program of the bytecode seat, and the library
 * types and bodies of the others. May be asked from several threads.
 */
public final class BytecodeProgram implements Program {
  /** Classes whose code is kept; what is asked of one class is mostly asked together. */
  private static final int KEPT = 64;

  private final ClassSource source;
  private final Notes notes;
  private final Headers headers;
  private final Accessors accessors;
  private final Names.Cache named = new Names.Cache();
  private final Map<String, Optional<TypeFacts>> types = new ConcurrentHashMap<>();
  private final Map<String, Optional<ClassNode>> classes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ClassNode>> eldest) {
          return size() > KEPT;
        }
      };

  private BytecodeProgram(ClassSource source, Notes notes) {
    Set<String> noted = ConcurrentHashMap.newKeySet();
    this.source = source;
    this.notes =
        message -> {
          if (noted.add(message)) {
            notes.note(message);
          }
        };
    this.headers = new Headers(source, this.notes);
    this.accessors = new Accessors(source, this.notes);
  }

  /** The program that the class files of that source hold. */
  public static BytecodeProgram of(ClassSource source, Notes notes) {
    return new BytecodeProgram(source, notes);
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    Optional<TypeFacts> facts = types.get(name);
    if (facts == null) {
      facts = readType(name);
      types.put(name, facts);
    }
    return facts;
  }

  private Optional<TypeFacts> readType(String name) {
    try {
      return headers.header(Names.internal(name)).map(Header::facts);
    } catch (RuntimeException e) {
      notes.note("cannot read the declaration of " + name + ": " + e);
      return Optional.empty();
    }
  }

  @Override
  public Origin origin(String name) {
    return source.origin(name);
  }

  @Override
  public List<String> programTypes() {
    return source.programTypes();
  }

  @Override
  public OptionalInt release(String type) {
    try {
      return headers
          .header(Names.internal(type))
          .map(header -> OptionalInt.of(header.release()))
          .orElse(OptionalInt.empty());
    } catch (RuntimeException e) {
      return OptionalInt.empty();
    }
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return Optional.empty();
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    if (source.origin(method.owner()) == Origin.PLATFORM) {
      return Optional.empty();
    }
    String internal = Names.internal(method.owner());
    Optional<ClassNode> owner = classNode(internal);
    Optional<Header> header = headers.header(internal);
    if (owner.isEmpty() || header.isEmpty()) {
      return Optional.empty();
    }
    // An instruction list numbers itself when it is first asked; one thread at a time may do so.
    synchronized (owner.get()) {
      return find(owner.get(), header.get(), method)
          .filter(node -> !isGenerated(owner.get(), header.get(), node))
          .flatMap(node -> read(owner.get(), header.get(), node));
    }
  }

  @Override
  public Map<MethodRef, Mentions> mentions(String type) {
    Optional<Header> header = headers.header(Names.internal(type));
    Optional<byte[]> bytes = header.isEmpty() ? Optional.empty() : source.bytes(type);
    if (bytes.isEmpty()) {
      return Map.of();
    }
    try {
      synchronized (named) {
        return MentionsReader.read(bytes.get(), header.get(), named, accessors);
      }
    } catch (RuntimeException e) {
      // Whoever asks for facts instead is given the note that says so.
      return Map.of();
    }
  }

  private Optional<ClassNode> classNode(String internal) {
    synchronized (classes) {
      Optional<ClassNode> known = classes.get(internal);
      if (known != null) {
        return known;
      }
    }
    Optional<ClassNode> node =
        Headers.parse(internal, ClassReader.SKIP_FRAMES, source, notes);
    node.ifPresent(accessors::replaceIn);
    synchronized (classes) {
      Optional<ClassNode> earlier = classes.putIfAbsent(internal, node);
      return earlier == null ? node : earlier;
    }
  }

  private static Optional<MethodNode> find(ClassNode owner, Header header, MethodRef method) {
    Optional<MethodNode> other = Optional.empty();
    for (MethodNode node : owner.methods) {
      if (node.name.equals(method.name())) {
        MethodRef ref = header.ref(node.name, node.desc);
        if (ref.equals(method)) {
          return Optional.of(node);
        } else if (ref.sameSignature(method) && other.isEmpty()) {
          other = Optional.of(node);
        }
      }
    }
    return other;
  }

  private Optional<MethodCode> read(ClassNode owner, Header header, MethodNode method) {
    if (method.instructions.size() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MethodReader(owner, header, headers).read(method))
          .filter(code -> !isEmptyInitializer(code));
    } catch (AnalyzerException | RuntimeException e) {
      notes.note("cannot read the code of " + header.ref(method.name, method.desc) + ": " + e);
      return Optional.empty();
    }
  }

  /** Nothing is left of a static initializer that the compiler wrote for assertions. */
  private static boolean isEmptyInitializer(MethodCode code) {
    return code.method().id().method().isStaticInitializer()
        && code.method().body().events().isEmpty();
  }

  /** Whether the compiler wrote the body: members of records and enums, tables of switches. */
  private static boolean isGenerated(ClassNode owner, Header header, MethodNode method) {
    if (method.name.equals(MethodRef.STATIC_INITIALIZER)) {
      return Desugaring.isSwitchTable(owner);
    }
    if (header.isEnum()) {
      return method.name.equals("values") && method.desc.startsWith("()")
          || method.name.equals("valueOf")
              && method.desc.equals("(Ljava/lang/String;)L" + owner.name + ";")
          || method.name.equals("$values");
    }
    return header.isRecord() && (usesObjectMethods(method) || isAccessor(owner, method));
  }

  private static boolean usesObjectMethods(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode dynamic
          && dynamic.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
        return true;
      }
    }
    return false;
  }

  /** An accessor that only returns its field says no more than the generated one. */
  private static boolean isAccessor(ClassNode owner, MethodNode method) {
    boolean component =
        owner.recordComponents != null
            && method.desc.startsWith("()")
            && owner.recordComponents.stream().anyMatch(one -> one.name.equals(method.name));
    if (!component) {
      return false;
    }
    int count = 0;
    boolean read = false;
    for (AbstractInsnNode instruction : method.instructions) {
      count += instruction.getOpcode() >= 0 ? 1 : 0;
      read |= instruction.getOpcode() == Opcodes.GETFIELD;
    }
    return count == 3 && read;
  }
}
