package io.github.asynclint.errorprone.host;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/**
 * Which of the model files that the user named cannot be used? Each is an error with one line, as the user
 * wrote it for this build.
 *
 * <p>It waits until all files are checked: Error Prone looks at no further file once the compiler has counted
 * an error that is none of its own. So it is said before the first class file is written, or, where other
 * errors are the reason for there being none, at the end.
 */
final class WrongModels implements TaskListener {
  private final Log log;
  private final boolean onlyWarns;
  private final List<String> lines = new ArrayList<>();

  private WrongModels(Log log, boolean onlyWarns) {
    this.log = log;
    this.onlyWarns = onlyWarns;
  }

  /** @param onlyWarns whether nothing that is checked is to fail the build */
  static WrongModels of(Context context, boolean onlyWarns) {
    WrongModels wrong = new WrongModels(Log.instance(context), onlyWarns);
    BasicJavacTask.instance(context).addTaskListener(wrong);
    return wrong;
  }

  /** Takes what is wrong with one file. */
  void add(List<String> problems) {
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    lines.add(
        problems.get(0)
            + more
            + "; correct the file or take it out of -XepOpt:"
            + UserModels.OPTION
            + ": until then the rules do without it");
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.GENERATE) {
      tell();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION) {
      tell();
    }
  }

  private void tell() {
    // It is about no source file.
    JavaFileObject before = log.useSource(null);
    try {
      for (String line : lines) {
        String text = "asynclint: " + line;
        if (onlyWarns) {
          log.warning(new JCDiagnostic.Warning("compiler", "proc.messager", text));
        } else {
          log.error(new JCDiagnostic.Error("compiler", "proc.messager", text));
        }
      }
    } finally {
      log.useSource(before);
      lines.clear();
    }
  }
}
