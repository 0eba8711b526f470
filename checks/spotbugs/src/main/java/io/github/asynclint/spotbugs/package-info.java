/** Seats the analysis in SpotBugs: its classes in, its bug instances out. */
package io.github.asynclint.spotbugs;
