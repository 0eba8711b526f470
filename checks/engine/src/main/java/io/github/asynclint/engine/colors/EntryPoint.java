package io.github.asynclint.engine.colors;

import io.github.asynclint.engine.context.RunsOn;

/**
 * Where does a thread enter the program's code?
 *
 * @param code what it runs first
 * @param sourceFile the file that makes it an entry point: that of the code, or of a method reference to it
 * @param line the line in that file
 * @param runsOn the thread, which may be unknown
 */
public record EntryPoint(Code code, String sourceFile, int line, RunsOn runsOn) {}
