/** The one thread that analyses, and what it has to do when. */
package io.github.asynclint.lsp.work;
