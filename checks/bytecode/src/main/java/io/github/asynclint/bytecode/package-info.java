/** Class files to facts: the class path, declarations and bodies, read with ASM and never loaded. */
package io.github.asynclint.bytecode;
