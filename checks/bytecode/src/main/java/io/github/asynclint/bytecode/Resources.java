package io.github.asynclint.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Is a handler the one that javac makes for try-with-resources (from JDK 11 on)?
 *
 * <p>It reads {@code catch (Throwable t) { if (r != null) try { r.close(); } catch (Throwable x) {
 * t.addSuppressed(x); } throw t; }}; the test for null is left out for {@code new}.
 */
final class Resources {
  private Resources() {}

  /** The inner handler that adds the suppressed exception; -1 if it is something else. */
  static int suppressingHandler(Code code, int handler) {
    int store = code.real(handler);
    int close = closeCall(code, code.next(store));
    if (code.opcode(store) != Opcodes.ASTORE || close < 0) {
      return -1;
    }
    int skip = code.next(close);
    int inner = code.next(skip);
    int suppressed = code.next(code.next(code.next(inner)));
    boolean matches =
        code.opcode(skip) == Opcodes.GOTO
            && code.opcode(inner) == Opcodes.ASTORE
            && suppressed < code.size()
            && code.instructions[suppressed] instanceof MethodInsnNode call
            && call.name.equals("addSuppressed");
    if (!matches) {
      return -1;
    }
    return code.method.tryCatchBlocks.stream()
        .mapToInt(entry -> code.index(entry.handler))
        .filter(at -> code.real(at) == inner)
        .findFirst()
        .orElse(-1);
  }

  /** The call of close() that begins there, behind its test for null if it has one; -1 if none. */
  static int closeCall(Code code, int first) {
    int load = first;
    if (code.opcode(code.next(first)) == Opcodes.IFNULL) {
      load = code.next(code.next(first));
    }
    int close = code.next(load);
    return code.opcode(first) == Opcodes.ALOAD
            && code.slot(load) == code.slot(first)
            && close < code.size()
            && code.instructions[close] instanceof MethodInsnNode call
            && call.name.equals("close")
            && call.desc.equals("()V")
        ? close
        : -1;
  }

  /** The end of the handler: past its rethrow. */
  static int end(Code code, int handler) {
    int close = closeCall(code, code.next(code.real(handler)));
    JumpInsnNode skip = (JumpInsnNode) code.instructions[code.next(close)];
    int rethrow = code.next(code.real(code.index(skip.label)));
    return code.opcode(rethrow) == Opcodes.ATHROW ? rethrow + 1 : rethrow;
  }
}
