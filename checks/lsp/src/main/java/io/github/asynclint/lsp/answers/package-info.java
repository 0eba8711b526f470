/** Answers in the protocol's words, one class for each kind. */
package io.github.asynclint.lsp.answers;
