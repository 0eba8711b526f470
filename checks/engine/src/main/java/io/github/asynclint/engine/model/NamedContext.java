package io.github.asynclint.engine.model;

/**
 * A kind of thread as a library names it.
 *
 * @param name key in the models, such as {@code vertx}
 * @param label as it reads in a message: {@code the Vert.x event loop}
 * @param dynamic whether a deployment or configuration may turn it into something else
 * @param confined whether one object's callbacks all run on the same such thread
 * @param daemon whether such threads end with the program's last ordinary thread, work or no work
 */
public record NamedContext(
    String name,
    ContextKind kind,
    String label,
    boolean dynamic,
    boolean confined,
    boolean daemon) {
  public static final NamedContext UNKNOWN =
      new NamedContext("unknown", ContextKind.UNKNOWN, "an unknown thread", false, false, false);
}
