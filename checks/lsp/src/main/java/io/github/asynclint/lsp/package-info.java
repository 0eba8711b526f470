/** The language server: what editors ask, answered from the source seat. */
package io.github.asynclint.lsp;
