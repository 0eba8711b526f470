package io.github.asynclint.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which try statements does an exception table stand for?
 *
 * <p>Compilers lay a statement out as it is written: the block, the catch clauses, then a handler for
 * anything that runs the finally block; they repeat the finally block on every other way out. Handlers
 * of monitors and of try-with-resources are recognised by their instructions.
 */
final class TryStructure {
  /** A catch clause: its handler and the end of its instructions. */
  record Clause(int handler, int end, List<String> types) {}

  /** A finally block, or the close of a resource: {@code first} to {@code end} once, the rest copies. */
  record After(int handler, int first, int end) {}

  /** A try statement; its block goes from {@code start} to {@code end}. */
  static final class Statement {
    int start;
    int end;
    final List<Clause> clauses = new ArrayList<>();
    After after;

    /** The end of the whole statement. */
    int last() {
      int last = after == null ? end : Math.max(end, after.end());
      for (Clause clause : clauses) {
        last = Math.max(last, clause.end());
      }
      return last;
    }
  }

  private record Handler(int at, List<int[]> ranges, List<String> types) {
    int first() {
      return ranges.get(0)[0];
    }

    boolean covers(int index) {
      return ranges.stream().anyMatch(range -> range[0] <= index && index < range[1]);
    }

    boolean sameRanges(Handler other) {
      if (ranges.size() != other.ranges.size()) {
        return false;
      }
      for (int i = 0; i < ranges.size(); i++) {
        if (!java.util.Arrays.equals(ranges.get(i), other.ranges.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private final Code code;
  private final ControlFlow flow;
  private final Map<Integer, Handler> handlers = new TreeMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Copies copies;

  TryStructure(Code code, ControlFlow flow) {
    this.code = code;
    this.flow = flow;
    this.copies = new Copies(code);
    readTable();
    List<Handler> finals = new ArrayList<>();
    List<Handler> catches = new ArrayList<>();
    List<Handler> closes = new ArrayList<>();
    BitSet inner = new BitSet();
    for (Handler handler : handlers.values()) {
      if (!code.reachable(handler.at())) {
        continue;
      } else if (Monitors.isRelease(code, handler.at())) {
        copies.drop(handler.at(), Monitors.end(code, handler.at()));
      } else if (!handler.types().contains("")) {
        int suppressing = Resources.suppressingHandler(code, handler.at());
        if (suppressing >= 0) {
          closes.add(handler);
          inner.set(suppressing);
        } else {
          catches.add(handler);
        }
      } else {
        finals.add(handler);
      }
    }
    catches.removeIf(handler -> inner.get(handler.at()));
    closes.forEach(this::addClose);
    addCatches(catches);
    // Inner finally blocks first, so that the copies of outer ones are compared as they stand.
    finals.sort(Comparator.comparingInt((Handler handler) -> -handler.first()));
    finals.forEach(this::addFinally);
    statements.removeIf(statement -> copies.isCopy(code.real(statement.start)));
    statements.sort(
        Comparator.comparingInt((Statement statement) -> statement.start)
            .thenComparingInt(statement -> -statement.last()));
  }

  List<Statement> statements() {
    return statements;
  }

  Copies copies() {
    return copies;
  }

  private void readTable() {
    for (TryCatchBlockNode entry : code.method.tryCatchBlocks) {
      int start = code.index(entry.start);
      int end = code.index(entry.end);
      int at = code.index(entry.handler);
      // javac lets a finally handler guard its own first instruction.
      if (start >= end || start >= at) {
        continue;
      }
      Handler handler =
          handlers.computeIfAbsent(
              at, key -> new Handler(key, new ArrayList<>(), new ArrayList<>()));
      if (handler.ranges().stream().noneMatch(range -> range[0] == start)) {
        handler.ranges().add(new int[] {start, end});
      }
      String type = entry.type == null ? "" : Names.binary(entry.type);
      if (!handler.types().contains(type)) {
        handler.types().add(type);
      }
    }
    handlers.values().forEach(handler -> handler.ranges().sort((a, b) -> a[0] - b[0]));
  }

  private void addClose(Handler handler) {
    int first = code.next(code.real(handler.at()));
    int close = Resources.closeCall(code, first);
    int end = Resources.end(code, handler.at());
    copies.match(handler.ranges(), first, close + 1, true);
    copies.drop(handler.at(), end);
    copies.keep(close);
    Statement statement = new Statement();
    statement.start = handler.first();
    statement.end = handler.at();
    statement.after = new After(handler.at(), handler.at(), end);
    statements.add(statement);
  }

  private void addCatches(List<Handler> catches) {
    List<Handler> open = new ArrayList<>(catches);
    while (!open.isEmpty()) {
      Handler first = open.remove(0);
      List<Handler> group = new ArrayList<>(List.of(first));
      open.removeIf(handler -> handler.sameRanges(first) && group.add(handler));
      Statement statement = new Statement();
      statement.start = first.first();
      statement.end = first.at();
      for (int i = 0; i < group.size(); i++) {
        Handler handler = group.get(i);
        int end =
            i + 1 < group.size() ? group.get(i + 1).at() : clauseEnd(handler.at(), first.at());
        statement.clauses.add(new Clause(handler.at(), end, handler.types()));
      }
      statements.add(statement);
    }
  }

  /** The end of the last catch clause: where the block goes on, or the end of the variable's scope. */
  private int clauseEnd(int handler, int firstHandler) {
    int before = code.previous(firstHandler);
    if (code.opcode(before) == Opcodes.GOTO) {
      int target = flow.targets(before)[0];
      if (target > handler) {
        // The block of an if goes on behind the else, which is no part of the clause.
        return Math.min(target, flow.dominatedBy(handler).nextClearBit(handler));
      }
    }
    int store = code.real(handler);
    if (code.isStore(store)) {
      LocalVariableNode variable = code.assigned(store);
      if (variable != null) {
        return code.index(variable.end);
      }
      if (code.hasVariables() && code.opcode(store) == Opcodes.ASTORE) {
        return store + 1;
      }
    }
    BitSet dominated = flow.dominatedBy(handler);
    return dominated.nextClearBit(handler);
  }

  private void addFinally(Handler handler) {
    int first = code.real(handler.at());
    int body = code.next(first);
    int end = rethrow(first);
    boolean rethrows = end >= 0;
    if (!rethrows) {
      end = flow.dominatedBy(handler.at()).nextClearBit(handler.at());
    }
    Statement statement = catching(handler);
    List<int[]> places = new ArrayList<>(handler.ranges());
    if (statement != null) {
      for (Clause clause : statement.clauses) {
        int store = code.real(clause.handler());
        places.add(new int[] {store, store + 1});
      }
    }
    copies.match(places, body, end, false);
    if (rethrows) {
      copies.drop(end, code.next(end) + 1);
    }
    copies.drop(first, first + 1);
    int last = rethrows ? code.next(end) + 1 : end;
    if (statement == null) {
      statement = new Statement();
      statement.start = handler.first();
      statement.end = handler.at();
      statements.add(statement);
    }
    statement.after = new After(handler.at(), handler.at(), last);
    for (int i = 0; i < statement.clauses.size(); i++) {
      Clause clause = statement.clauses.get(i);
      if (clause.end() > handler.at() || i == statement.clauses.size() - 1) {
        statement.clauses.set(i, new Clause(clause.handler(), handler.at(), clause.types()));
      }
    }
  }

  /** The load of the caught exception that ends a finally block with its rethrow; -1 if none. */
  private int rethrow(int store) {
    if (code.opcode(store) != Opcodes.ASTORE) {
      return -1;
    }
    for (int i = code.next(store); i < code.size(); i = code.next(i)) {
      if (code.opcode(i) == Opcodes.ALOAD
          && code.slot(i) == code.slot(store)
          && code.opcode(code.next(i)) == Opcodes.ATHROW) {
        return i;
      }
    }
    return -1;
  }

  /** The statement whose catch clauses belong to the same try as that finally handler. */
  private Statement catching(Handler handler) {
    for (Statement statement : statements) {
      if (statement.start == handler.first()
          && statement.after == null
          && !statement.clauses.isEmpty()) {
        Clause last = statement.clauses.get(statement.clauses.size() - 1);
        int before = code.previous(statement.end);
        boolean inner = code.opcode(before) == Opcodes.GOTO && handler.covers(before);
        // A clause that leaves at once, as by continue, may not be guarded itself.
        boolean guarded =
            handler.covers(code.real(last.handler()))
                || handler.sameRanges(handlers.get(statement.clauses.get(0).handler()));
        if (guarded && !inner) {
          return statement;
        }
      }
    }
    return null;
  }
}
