package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.Event;
import io.github.asynclint.engine.facts.Event.Dispatch;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Place;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which method does a call or a function object mean, on what and with what? */
final class Calls {
  private static final Set<String> ROOTS =
      Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

  private final Code code;
  private final Values values;
  private final Headers headers;
  private final Sinks sinks;

  Calls(Code code, Values values, Headers headers, Sinks sinks) {
    this.code = code;
    this.values = values;
    this.headers = headers;
    this.sinks = sinks;
  }

  /** The NEW whose object a constructor call completes; -1 if the instruction is no such call. */
  static int created(Code code, int index) {
    if (code.instructions[index] instanceof MethodInsnNode call
        && call.name.equals(MethodRef.CONSTRUCTOR)) {
      int made = code.stack(index, Type.getArgumentTypes(call.desc).length).instruction();
      return made >= 0 && code.opcode(made) == Opcodes.NEW ? made : -1;
    }
    return -1;
  }

  /** The {@code super()} of Object, Record or Enum. */
  static boolean isImplicitSuper(Code code, int index, MethodInsnNode call) {
    return call.name.equals(MethodRef.CONSTRUCTOR)
        && ROOTS.contains(call.owner)
        && created(code, index) < 0;
  }

  Event call(int event, Place place, int index, MethodInsnNode call) {
    Headers.Resolved resolved = headers.method(call.owner, call.name, call.desc);
    Type[] types = Type.getArgumentTypes(call.desc);
    int leading = resolved.added().leading();
    List<String> capturedNames = resolved.added().captured();
    List<Value> arguments = new ArrayList<>();
    Map<String, Value> captures = new TreeMap<>();
    for (int i = leading; i < types.length; i++) {
      Value argument = values.operand(index, types.length - 1 - i, types[i]);
      int capture = i - (types.length - capturedNames.size());
      if (capture < 0) {
        arguments.add(argument);
      } else {
        captures.put(capturedNames.get(capture), argument);
      }
    }
    Dispatch dispatch = dispatch(call, resolved);
    boolean unused = resolved.ref().isConstructor() ? created(code, index) < 0
        : resolved.ref().returnsVoid();
    Sinks.Fate fate = unused ? Sinks.Fate.USED : sinks.of(index);
    return new Event.Call(
        event,
        place,
        resolved.ref(),
        dispatch,
        dispatch == Dispatch.STATIC ? resolved.ref().owner() : Names.binary(call.owner),
        receiver(index, call, dispatch, types.length),
        arguments,
        fate.sink(),
        fate.local(),
        captures,
        Optional.empty());
  }

  private Optional<Value> receiver(
      int index, MethodInsnNode call, Dispatch dispatch, int arguments) {
    if (dispatch == Dispatch.STATIC || created(code, index) >= 0) {
      return Optional.empty();
    }
    return Optional.of(values.operand(index, arguments));
  }

  private static Dispatch dispatch(MethodInsnNode call, Headers.Resolved resolved) {
    if (call.name.equals(MethodRef.CONSTRUCTOR)) {
      return Dispatch.CONSTRUCTOR;
    }
    return switch (call.getOpcode()) {
      case Opcodes.INVOKESTATIC -> Dispatch.STATIC;
      case Opcodes.INVOKESPECIAL -> Dispatch.EXACT;
      default -> Headers.isPrivate(resolved.access()) ? Dispatch.EXACT : Dispatch.VIRTUAL;
    };
  }

  Event function(
      int event,
      Place place,
      InvokeDynamicInsnNode dynamic,
      Event.Code target,
      Map<String, Value> captures) {
    return new Event.FunctionObject(
        event,
        place,
        target,
        Lambdas.interfaceType(dynamic),
        Lambdas.returnsVoid(dynamic),
        captures,
        Optional.empty());
  }

  Map<String, Value> captures(int index, InvokeDynamicInsnNode dynamic, MethodNode body) {
    Type[] passed = Type.getArgumentTypes(dynamic.desc);
    List<Variable> captured =
        Entry.captured(body, Lambdas.captures(dynamic, body));
    Map<String, Value> captures = new TreeMap<>();
    int first = passed.length - captured.size();
    for (int i = 0; i < captured.size(); i++) {
      int position = first + i;
      captures.put(
          captured.get(i).name(),
          values.operand(index, passed.length - 1 - position, passed[position]));
    }
    return captures;
  }

  Event.Code.Reference reference(int index, InvokeDynamicInsnNode dynamic, Handle target) {
    int passed = Type.getArgumentTypes(dynamic.desc).length;
    if (target.getOwner().startsWith("[") && target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      String array = Names.binary(target.getOwner());
      MethodRef made = new MethodRef(array, MethodRef.CONSTRUCTOR, List.of("int"), "void");
      return new Event.Code.Reference(made, Dispatch.CONSTRUCTOR, Optional.empty());
    }
    Headers.Resolved resolved =
        headers.method(target.getOwner(), target.getName(), target.getDesc());
    Dispatch dispatch =
        switch (target.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Dispatch.STATIC;
          case Opcodes.H_NEWINVOKESPECIAL -> Dispatch.CONSTRUCTOR;
          case Opcodes.H_INVOKESPECIAL -> Dispatch.EXACT;
          default -> Headers.isPrivate(resolved.access()) ? Dispatch.EXACT : Dispatch.VIRTUAL;
        };
    boolean bound =
        passed > 0 && dispatch != Dispatch.STATIC && dispatch != Dispatch.CONSTRUCTOR;
    Optional<Value> receiver =
        bound ? Optional.of(values.operand(index, passed - 1)) : Optional.empty();
    return new Event.Code.Reference(resolved.ref(), dispatch, receiver);
  }
}
