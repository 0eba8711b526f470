/** What does asynclint cost? Measured beside its hosts, and by itself. */
package io.github.asynclint.benchmarks;
