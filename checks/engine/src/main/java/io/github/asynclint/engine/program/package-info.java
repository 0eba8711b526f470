/** What hosts offer the engine: the program under analysis and the classes around it, on demand. */
package io.github.asynclint.engine.program;
