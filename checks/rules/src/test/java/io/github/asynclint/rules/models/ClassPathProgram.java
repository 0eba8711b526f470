package io.github.asynclint.rules.models;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Modifier;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** What do the class files that a class loader sees declare? Nothing is loaded. */
final class ClassPathProgram implements Program {
  private final ClassLoader loader;
  private final Map<String, Optional<TypeFacts>> types = new HashMap<>();

  ClassPathProgram(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return types.computeIfAbsent(name, this::read);
  }

  private Optional<TypeFacts> read(String name) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      ClassNode node = new ClassNode();
      new ClassReader(in)
          .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      List<AnnotationFact> none = List.of();
      return Optional.of(
          new TypeFacts(
              name,
              Optional.ofNullable(node.superName).map(ClassPathProgram::dotted),
              node.interfaces.stream().map(ClassPathProgram::dotted).toList(),
              (node.access & Opcodes.ACC_INTERFACE) != 0 ? Set.of(Modifier.INTERFACE) : Set.of(),
              none,
              Optional.empty(),
              node.methods.stream()
                  .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                  .map(method -> method(name, method))
                  .toList(),
              node.fields.stream().map(field -> field(name, field)).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeFacts.Method method(String owner, MethodNode method) {
    List<String> parameters =
        Arrays.stream(Type.getArgumentTypes(method.desc)).map(Type::getClassName).toList();
    String returns = Type.getReturnType(method.desc).getClassName();
    return new TypeFacts.Method(
        new MethodRef(owner, method.name, parameters, returns), Set.of(), List.of(), List.of());
  }

  private static TypeFacts.Field field(String owner, FieldNode field) {
    return new TypeFacts.Field(
        new FieldRef(
            owner,
            field.name,
            Type.getType(field.desc).getClassName(),
            (field.access & Opcodes.ACC_STATIC) != 0),
        Set.of(),
        List.of());
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }

  @Override
  public Origin origin(String name) {
    return type(name).isPresent() ? Origin.LIBRARY : Origin.UNKNOWN;
  }

  @Override
  public Optional<MethodCode> code(MethodRef method) {
    return Optional.empty();
  }

  @Override
  public List<String> programTypes() {
    return List.of();
  }

  @Override
  public Optional<String> sourceText(String sourceFile) {
    return Optional.empty();
  }
}
