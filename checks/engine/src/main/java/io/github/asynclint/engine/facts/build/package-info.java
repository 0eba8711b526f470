/**
 * How a body becomes facts: what holds at each point while its code is read in order of evaluation.
 *
 * <p>Adapters that read syntax trees say what they come across (a loop, a condition, a call); here are
 * its events, the regions around them and the values that reach them. {@code V} is the adapter's own
 * type of local variables; no syntax tree is known here.
 */
package io.github.asynclint.engine.facts.build;
