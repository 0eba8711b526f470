/** Runs rules over a program and gathers their findings. */
package io.github.asynclint.engine.analysis;
