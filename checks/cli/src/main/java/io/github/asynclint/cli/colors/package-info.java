/** How are the colors of a program written: as text, as a graph, as a picture? */
package io.github.asynclint.cli.colors;
