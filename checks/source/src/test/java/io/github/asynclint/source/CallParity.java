package io.github.asynclint.source;

import io.github.asynclint.engine.facts.Callable;
import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.MethodCode;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.TypeFacts;
import io.github.asynclint.engine.program.Program;
import io.github.asynclint.source.types.ClassBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which calls of sources are resolved as the compiler did, told by line, name and descriptor? */
final class CallParity {
  /** Calls in both, and those that only one side has. */
  record Result(int total, int equal, List<String> onlySource, List<String> onlyCompiled) {
    double share() {
      return total == 0 ? 1 : (double) equal / total;
    }
  }

  private CallParity() {}

  static Result compare(Path sources, List<Path> classPath, Path compiled) throws IOException {
    List<SourceInput> inputs = SourceInput.of(sources);
    List<String> notes = new ArrayList<>();
    SourceProgram program =
        SourceProgram.of(inputs, TestClasses.of(classPath), new NoLibraries(), notes::add);
    Set<String> ours = new TreeSet<>();
    for (MethodCode code : allCode(program)) {
      collect(code.method(), ours);
      code.lambdas().forEach(lambda -> collect(lambda, ours));
    }
    Set<String> theirs = new TreeSet<>();
    ClassBytes bytes = TestClasses.of(List.of(compiled));
    for (String type : program.programTypes()) {
      bytes.find(type).ifPresent(content -> read(content, theirs));
    }
    List<String> onlySource = new ArrayList<>(ours);
    onlySource.removeIf(call -> theirs.contains(call) || call.contains(":0 "));
    List<String> onlyCompiled = new ArrayList<>(theirs);
    onlyCompiled.removeIf(ours::contains);
    onlySource.addAll(notes);
    int total = (int) ours.stream().filter(call -> !call.contains(":0 ")).count();
    return new Result(total, total - onlySource.size(), onlySource, onlyCompiled);
  }

  static List<MethodCode> allCode(Program program) {
    List<MethodCode> result = new ArrayList<>();
    for (String type : program.programTypes()) {
      TypeFacts facts = program.type(type).orElseThrow();
      facts.methods().forEach(method -> program.code(method.ref()).ifPresent(result::add));
      program
          .code(new MethodRef(type, MethodRef.STATIC_INITIALIZER, List.of(), "void"))
          .ifPresent(result::add);
    }
    return result;
  }

  private static void collect(Callable callable, Set<String> calls) {
    for (Event event : callable.body().events()) {
      MethodRef target = null;
      int line = event.place().line();
      if (event instanceof Event.Call call) {
        target = call.target();
      } else if (event instanceof Event.FunctionObject function
          && function.code() instanceof Event.Code.Reference reference) {
        target = reference.method();
        line = -1;
      }
      if (target != null) {
        calls.add(key(callable.type(), line, target.name(), target.parameters(), target.returnType()));
      }
    }
  }

  private static String key(
      String type, int line, String name, List<String> parameters, String returned) {
    // Creations: class files give the line of the statement and parameters that the compiler adds.
    return name.equals("<init>")
        ? type + " " + name
        : type + ":" + line + " " + name + parameters + returned;
  }

  private static void read(byte[] content, Set<String> calls) {
    ClassReader reader = new ClassReader(content);
    String type = reader.getClassName().replace('/', '.');
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(int access, String n, String d, String s, String[] e) {
            return new MethodVisitor(Opcodes.ASM9) {
              private int line;

              @Override
              public void visitLineNumber(int number, Label start) {
                line = number;
              }

              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String name, String descriptor, boolean itf) {
                add(line, name, descriptor);
              }

              @Override
              public void visitInvokeDynamicInsn(
                  String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object each : arguments) {
                  if (each instanceof Handle handle
                      && handle.getDesc().startsWith("(")
                      && !handle.getName().startsWith("lambda$")) {
                    add(-1, handle.getName(), handle.getDesc());
                  }
                }
              }

              private void add(int at, String name, String descriptor) {
                List<String> parameters = new ArrayList<>();
                for (Type each : Type.getArgumentTypes(descriptor)) {
                  parameters.add(each.getClassName().replace('/', '.'));
                }
                calls.add(
                    key(type, at, name, parameters, Type.getReturnType(descriptor).getClassName()));
              }
            };
          }
        },
        0);
  }
}
