package io.github.asynclint.lsp.project;

import io.github.asynclint.engine.analysis.Analysis;
import io.github.asynclint.project.Unit;

/**
 * One file as the analysis sees it, until the next edit.
 *
 * @param unit its program; the types are those that the file declares
 * @param whole whether all of the file can be parsed
 */
public record View(Unit unit, Analysis analysis, boolean whole) {}
