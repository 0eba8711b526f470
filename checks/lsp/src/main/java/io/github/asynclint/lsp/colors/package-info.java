/** What does the editor show of the threads that run code, and of what it does to them? */
package io.github.asynclint.lsp.colors;
