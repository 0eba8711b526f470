/**
 * The narrow waist: what async rules need to know of a program, free of any syntax tree.
 *
 * <p>Adapters (javac trees, bytecode, JavaParser) build these immutable records; everything else reads
 * them. Every fact may be unknown, and less information may only remove findings.
 */
package io.github.asynclint.engine.facts;
