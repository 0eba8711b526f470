/** The asynclint command. */
package io.github.asynclint.cli;
