/** What an editor's user waits for: the language server as a process, driven through its standard streams. */
package io.github.asynclint.benchmarks.editor;
