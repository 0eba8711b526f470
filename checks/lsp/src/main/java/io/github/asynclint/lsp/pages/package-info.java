/** The rules' pages, as the command and the editor show them. */
package io.github.asynclint.lsp.pages;
