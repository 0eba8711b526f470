package io.github.asynclint.project;

import io.github.asynclint.engine.program.Notes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What will be analysed as one program; nothing is held open until it is analysed. */
public interface UnitPlan {
  /** Opens the program for as long as the action runs. */
  void open(Notes notes, Consumer<Unit> action);

  /** Jars and folders that may bring model files, the weaker ones first. */
  List<Path> modelPath();
}
