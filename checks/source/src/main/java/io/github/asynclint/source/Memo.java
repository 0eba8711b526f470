package io.github.asynclint.source;

import com.github.javaparser.ast.Node;
import io.github.asynclint.source.types.Functions;
import io.github.asynclint.source.types.MethodInfo;
import io.github.asynclint.source.types.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been found out about the nodes of one body; what was only tried can be forgotten. */
final class Memo {
  /**
   * A resolved call, creation or method reference.
   *
   * @param receiverType erased static type of the receiver; the owner for static methods
   * @param site the class around whose member is called without a receiver
   * @param spread the element type, if the arguments from the last parameter on are elements of an
   *     array
   */
  record Target(
      MethodInfo method, String receiverType, Optional<SourceClass> site, Optional<Type> spread) {}

  private final Map<Node, Type> types = new IdentityHashMap<>();
  private final Map<Node, Target> targets = new IdentityHashMap<>();
  private final Map<Node, Functions.Shape> shapes = new IdentityHashMap<>();
  private final Map<Node, Type> parameters = new IdentityHashMap<>();
  private final List<Runnable> trail = new ArrayList<>();
  private int trials;

  private <V> void put(Map<Node, V> map, Node node, V value) {
    V old = map.put(node, value);
    if (trials > 0) {
      trail.add(() -> restore(map, node, old));
    }
  }

  private static <V> void restore(Map<Node, V> map, Node node, V old) {
    if (old == null) {
      map.remove(node);
    } else {
      map.put(node, old);
    }
  }

  /** Runs a trial whose findings are forgotten. */
  <R> R tried(java.util.function.Supplier<R> trial) {
    int mark = trail.size();
    trials++;
    try {
      return trial.get();
    } finally {
      trials--;
      for (int i = trail.size() - 1; i >= mark; i--) {
        trail.remove(i).run();
      }
    }
  }

  Type type(Node node) {
    return types.get(node);
  }

  void type(Node node, Type type) {
    put(types, node, type);
  }

  Optional<Target> target(Node node) {
    return Optional.ofNullable(targets.get(node));
  }

  void target(Node node, Target target) {
    put(targets, node, target);
  }

  Optional<Functions.Shape> shape(Node node) {
    return Optional.ofNullable(shapes.get(node));
  }

  void shape(Node node, Functions.Shape shape) {
    put(shapes, node, shape);
  }

  Type parameter(Node node) {
    return parameters.getOrDefault(node, Type.UNKNOWN);
  }

  void parameter(Node node, Type type) {
    put(parameters, node, type);
  }
}
