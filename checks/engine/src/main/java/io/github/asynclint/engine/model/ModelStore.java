package io.github.asynclint.engine.model;

import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.List;

/** Which model files are in use, the weakest first: shipped ones, then those of libraries and users. */
public final class ModelStore {
  private final List<ModelFile> shipped;
  private final List<ModelFile> added;

  private ModelStore(List<ModelFile> shipped, List<ModelFile> added) {
    this.shipped = List.copyOf(shipped);
    this.added = List.copyOf(added);
  }

  public static ModelStore of(List<ModelFile> shipped) {
    return new ModelStore(shipped, List.of());
  }

  /** Rows of the added files win over all rows before them, however specific. */
  public ModelStore with(List<ModelFile> files) {
    List<ModelFile> all = new ArrayList<>(added);
    all.addAll(files);
    return new ModelStore(shipped, all);
  }

  public List<ModelFile> files() {
    List<ModelFile> all = new ArrayList<>(shipped);
    all.addAll(added);
    return List.copyOf(all);
  }

  /** The models as they hold for one program. */
  public Models bind(Program program) {
    return new BoundModels(shipped, added, program);
  }
}
