package io.github.asynclint.errorprone.host;

import com.sun.tools.javac.comp.Annotate;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import java.util.function.Supplier;
import javax.tools.Diagnostic;

/**
 * Which of javac's diagnostics are ours to hide? The warnings about class files that nobody but the analysis
 * asked for, such as an annotation that is not on the class path: without the plugin nobody would read
 * them, and with {@code -Werror} they would fail the build.
 */
final class QuietLoading {
  private QuietLoading() {}

  static <T> T during(Context context, Supplier<T> work) {
    Annotate annotate = Annotate.instance(context);
    // javac reads the annotations of classes later than the classes. What others loaded comes first ...
    annotate.flush();
    Log log = Log.instance(context);
    Log.DeferredDiagnosticHandler held = hold(log);
    try {
      T result = work.get();
      // ... and what the analysis loaded does not wait for somebody else.
      annotate.flush();
      return result;
    } finally {
      log.popDiagnosticHandler(held);
      held.reportDeferredDiagnostics(diagnostic -> !isOfClassFile(diagnostic));
    }
  }

  /** Warnings about the program stand somewhere in it; those about class files have no position. */
  private static boolean isOfClassFile(JCDiagnostic diagnostic) {
    boolean warning =
        diagnostic.getKind() == Diagnostic.Kind.WARNING
            || diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING;
    return warning && diagnostic.getPosition() == Diagnostic.NOPOS;
  }

  /** The handler is a nested class of the log before JDK 25 and an inner one since: two syntaxes. */
  private static Log.DeferredDiagnosticHandler hold(Log log) {
    try {
      return Log.DeferredDiagnosticHandler.class.getConstructor(Log.class).newInstance(log);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("javac's log takes no handler", e);
    }
  }
}
