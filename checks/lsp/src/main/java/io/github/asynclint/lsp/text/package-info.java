/** The texts that the editor holds, and places in them. */
package io.github.asynclint.lsp.text;
