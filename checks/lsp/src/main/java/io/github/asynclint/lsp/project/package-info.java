/** The programs of a workspace while they are edited. */
package io.github.asynclint.lsp.project;
