package io.github.asynclint.bytecode;

import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.facts.Value;
import io.github.asynclint.engine.facts.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;

/** What do the locals of a body hold on entry: parameters, captured variables, outer instances? */
final class Entry {
  private final Map<Integer, Value> values = new HashMap<>();
  private final Map<Integer, Type> types = new HashMap<>();
  private final List<Variable> parameters = new ArrayList<>();
  private final List<Variable> captured = new ArrayList<>();

  private Entry() {}

  /** What a lambda's method captures: its first {@code captures} parameters. */
  static List<Variable> captured(MethodNode method, int captures) {
    Type[] arguments = Type.getArgumentTypes(method.desc);
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    Set<String> names = new HashSet<>();
    List<Variable> captured = new ArrayList<>();
    for (int i = 0; i < captures; i++) {
      String name = name(method, slot, i, arguments.length);
      String unique = !name.isEmpty() && names.add(name) ? name : "captured" + i;
      captured.add(new Variable(unique, arguments[i].getClassName()));
      slot += arguments[i].getSize();
    }
    return captured;
  }

  static Entry ofLambda(Code code, int captures) {
    Entry entry = new Entry();
    entry.captured.addAll(captured(code.method, captures));
    Type[] arguments = Type.getArgumentTypes(code.method.desc);
    int slot = entry.receiver(code);
    for (int i = 0; i < arguments.length; i++) {
      if (i < captures) {
        entry.values.put(slot, new Value.Captured(entry.captured.get(i).name()));
      } else {
        entry.parameter(name(code.method, slot, i, arguments.length), slot, arguments[i]);
      }
      entry.types.put(slot, arguments[i]);
      slot += arguments[i].getSize();
    }
    return entry;
  }

  static Entry ofMethod(Code code, Header header) {
    Entry entry = new Entry();
    Type[] arguments = Type.getArgumentTypes(code.method.desc);
    Header.Added added =
        code.method.name.equals(MethodRef.CONSTRUCTOR)
            ? header.added(code.method.desc)
            : Header.Added.NONE;
    int declared = arguments.length - added.captured().size();
    int slot = entry.receiver(code);
    for (int i = 0; i < arguments.length; i++) {
      if (i < added.leading()) {
        boolean outer = added.leading() == 1;
        entry.values.put(
            slot, outer ? new Value.Outer(arguments[i].getClassName()) : Value.UNKNOWN);
      } else if (i >= declared) {
        entry.values.put(slot, new Value.Captured(added.captured().get(i - declared)));
      } else {
        entry.parameter(name(code.method, slot, i, arguments.length), slot, arguments[i]);
      }
      entry.types.put(slot, arguments[i]);
      slot += arguments[i].getSize();
    }
    return entry;
  }

  private int receiver(Code code) {
    if (code.isStatic()) {
      return 0;
    }
    values.put(0, Value.THIS);
    return 1;
  }

  private void parameter(String name, int slot, Type type) {
    values.put(slot, new Value.Parameter(parameters.size()));
    parameters.add(new Variable(name, type.getClassName()));
  }

  private static String name(MethodNode method, int slot, int index, int count) {
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        // Parameters come first; a later variable may reuse the slot.
        if (variable.index == slot && method.instructions.indexOf(variable.start) <= 1) {
          return variable.name;
        }
      }
    }
    if (method.parameters != null && method.parameters.size() == count) {
      ParameterNode parameter = method.parameters.get(index);
      return parameter.name == null ? "" : parameter.name;
    }
    return "";
  }

  Value value(int slot) {
    return values.getOrDefault(slot, Value.UNKNOWN);
  }

  boolean isBoolean(int slot) {
    return types.get(slot) == Type.BOOLEAN_TYPE;
  }

  boolean isBooleanArray(int slot) {
    Type type = types.get(slot);
    return type != null && type.getDescriptor().equals("[Z");
  }

  List<Variable> parameters() {
    return parameters;
  }

  List<Variable> captured() {
    return captured;
  }
}
