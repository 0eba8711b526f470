package io.github.asynclint.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows may speak of methods so called on values of a type?
 *
 * <p>Kept by type and name, since most calls match no row and types such as {@code Collection} have many.
 */
final class MethodRows {
  /** Distance of rows for whole packages: farther than any supertype but Object. */
  private static final int PACKAGE = Integer.MAX_VALUE - 1;

  private final TypeHierarchy hierarchy;
  private final Map<String, List<Ranked<ModelFile.MethodRow>>> ofOwners = new HashMap<>();
  private final List<Ranked<ModelFile.MethodRow>> ofPackages = new ArrayList<>();
  private final Map<String, OfType> ofTypes = new HashMap<>();

  MethodRows(TypeHierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** A row with what decides between equally specific ones. */
  record Ranked<R>(R row, int layer, int order) {}

  /** A row as seen from a type: {@code distance} levels below the row's owner. */
  record Near<R>(Ranked<R> ranked, int distance) {
    R row() {
      return ranked.row();
    }
  }

  /** The rows of a type and its supertypes: those for one name, and those for several. */
  private record OfType(
      Map<String, List<Near<ModelFile.MethodRow>>> named, List<Near<ModelFile.MethodRow>> others) {
    static final OfType NONE = new OfType(Map.of(), List.of());

    List<Near<ModelFile.MethodRow>> of(String name) {
      List<Near<ModelFile.MethodRow>> exact = named.getOrDefault(name, List.of());
      if (others.isEmpty()) {
        return exact;
      }
      List<Near<ModelFile.MethodRow>> all = new ArrayList<>(exact);
      for (Near<ModelFile.MethodRow> near : others) {
        if (near.row().selector().matchesName(name)) {
          all.add(near);
        }
      }
      return all;
    }
  }

  void add(Ranked<ModelFile.MethodRow> row) {
    String owner = row.row().owner();
    if (owner.endsWith(ModelFile.BELOW)) {
      ofPackages.add(row);
    } else {
      ofOwners.computeIfAbsent(owner, key -> new ArrayList<>()).add(row);
    }
  }

  /** All rows, whatever they are about. */
  List<ModelFile.MethodRow> all() {
    List<ModelFile.MethodRow> all = new ArrayList<>();
    ofOwners.values().forEach(rows -> rows.forEach(ranked -> all.add(ranked.row())));
    ofPackages.forEach(ranked -> all.add(ranked.row()));
    return all;
  }

  /** The rows whose selector takes the name, of the type and its supertypes. */
  List<Near<ModelFile.MethodRow>> of(String type, String name) {
    return of(type).of(name);
  }

  /** The rows of the type and its supertypes. */
  List<ModelFile.MethodRow> all(String type) {
    List<ModelFile.MethodRow> all = new ArrayList<>();
    OfType rows = of(type);
    rows.named().values().forEach(each -> each.forEach(near -> all.add(near.row())));
    rows.others().forEach(near -> all.add(near.row()));
    return all;
  }

  private OfType of(String type) {
    OfType rows = ofTypes.get(type);
    if (rows == null) {
      rows = find(type);
      ofTypes.put(type, rows);
    }
    return rows;
  }

  private OfType find(String type) {
    Map<String, List<Near<ModelFile.MethodRow>>> named = new HashMap<>();
    List<Near<ModelFile.MethodRow>> others = new ArrayList<>();
    Set<Ranked<ModelFile.MethodRow>> around = new LinkedHashSet<>();
    hierarchy
        .of(type)
        .forEach(
            (name, distance) -> {
              for (Ranked<ModelFile.MethodRow> ranked : ofOwners.getOrDefault(name, List.of())) {
                ranked
                    .row()
                    .selector()
                    .exactName()
                    .map(exact -> named.computeIfAbsent(exact, key -> new ArrayList<>(2)))
                    .orElse(others)
                    .add(new Near<>(ranked, distance));
              }
              for (Ranked<ModelFile.MethodRow> ranked : ofPackages) {
                String owner = ranked.row().owner();
                if (name.startsWith(owner.substring(0, owner.length() - 2))) {
                  around.add(ranked);
                }
              }
            });
    around.forEach(ranked -> others.add(new Near<>(ranked, PACKAGE)));
    return named.isEmpty() && others.isEmpty() ? OfType.NONE : new OfType(named, others);
  }
}
