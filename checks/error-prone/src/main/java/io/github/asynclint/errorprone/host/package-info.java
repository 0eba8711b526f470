/** The Error Prone plugin: one analysis per compilation, reported through one checker per rule. */
package io.github.asynclint.errorprone.host;
