/** The error-prone seat: facts from the attributed trees of the compilation that is under way. */
package io.github.asynclint.errorprone;
