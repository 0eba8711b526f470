/** One checker for each rule, generated: what Error Prone finds, names and switches. */
package io.github.asynclint.errorprone.checks;
