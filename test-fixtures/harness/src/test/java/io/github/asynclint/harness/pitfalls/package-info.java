/** Runs the fixtures of all pitfalls in every seat and compares findings with marks. */
package io.github.asynclint.harness.pitfalls;
